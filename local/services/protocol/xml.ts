/**
 * A value in an XML response: text, a number, or elements; a list repeats its element, undefined
 * omits it.
 */
export type XmlValue =
  | string
  | number
  | boolean
  | undefined
  | XmlValue[]
  | { [name: string]: XmlValue };

/** Serializes one element with its content. */
export function toXml(name: string, value: XmlValue): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => toXml(name, item)).join('');
  const inner =
    typeof value === 'object'
      ? Object.entries(value).map(([child, of]) => toXml(child, of))
      : [escapeXml(String(value))];
  return `<${name}>${inner.join('')}</${name}>`;
}

/** Escapes text for use inside an element. */
export function escapeXml(text: string): string {
  return text
    .replace(/[<>&"]/g, (char) => `&#${char.charCodeAt(0)};`)
    .replace(/[\r\n\t]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/**
 * Returns the texts of all elements of this name that contain only text; enough for flat documents.
 */
export function textsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) =>
    unescapeXml(text),
  );
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(#x?)?(\w+);/g, (all, numeric: string | undefined, body: string) => {
    if (!numeric) return NAMED[body] ?? all;
    return String.fromCodePoint(Number.parseInt(body, numeric === '#x' ? 16 : 10));
  });
}
