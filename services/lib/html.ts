/** Markup that is safe to put into a page. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/**
 * Makes markup of a template. A value is text and is escaped, for content and quoted attributes
 * alike; only what came out of `html` itself goes in as it is, and null and false leave nothing.
 */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  const written = values.map(toMarkup);
  return new Html(parts.reduce((before, part, index) => before + written[index - 1] + part));
}

type Value = string | Html | Html[] | null | false;

function toMarkup(value: Value): string {
  if (value === null || value === false) return '';
  if (Array.isArray(value)) return value.map((one) => one.markup).join('');
  return value instanceof Html ? value.markup : escapeText(value);
}

const ENTITIES: { [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as markup, for content and quoted attributes alike. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
