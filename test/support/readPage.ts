/** What a program that reads previews finds in the head of a page. */
export interface ReadPage {
  title: string;
  /** By name or property. */
  meta: { [name: string]: string };
  /** Relation, language and address. */
  links: [string, string, string][];
  /** The machine-readable book. */
  data: unknown;
  /** The names of all opening elements, in order. */
  elements: string[];
}

const ENTITIES: { [entity: string]: string } = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const decode = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (found) => ENTITIES[found] ?? '');

/**
 * Reads a page as simply as such programs do: no script runs, and a script element ends at the
 * first end tag.
 */
export function readPage(html: string): ReadPage {
  const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script/gi)];
  const data = scripts.find(([, attributes]) => attributes?.includes('ld+json'))?.[2];
  const rest = html.replace(/(<script[^>]*>)[\s\S]*?(<\/script)/gi, '$1$2');
  const tags = [...rest.matchAll(/<([a-z]+)((?:"[^"]*"|[^>"])*)>/gi)];
  const attribute = (text: string, name: string) =>
    decode(new RegExp(`\\s${name}="([^"]*)"`).exec(text)?.[1] ?? '');
  const all = (element: string) =>
    tags.filter(([, name]) => name === element).map(([, , text = '']) => text);
  return {
    title: decode(/<title>([^<]*)<\/title>/.exec(rest)?.[1] ?? ''),
    meta: Object.fromEntries(
      all('meta').map((text) => [
        attribute(text, 'property') || attribute(text, 'name'),
        attribute(text, 'content'),
      ]),
    ),
    links: all('link').map((text) => [
      attribute(text, 'rel'),
      attribute(text, 'hreflang'),
      attribute(text, 'href'),
    ]),
    data: data === undefined ? null : JSON.parse(data),
    elements: tags.map(([, name = '']) => name),
  };
}
