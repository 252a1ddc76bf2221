/** Markup that is safe to insert into a page. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/**
 * Template tag for markup. Escapes values, for content and quoted attributes alike; only results of
 * `html` itself are inserted unchanged, and null and false insert nothing.
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

/** Escapes a text for content and quoted attributes. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
