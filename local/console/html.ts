/** Markup that is safe to embed as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | undefined | Part[];

/** Template tag for markup: escapes every value except `Html`; concatenates lists. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Html {
  return new Html(
    strings.map((text, at) => text + (at < values.length ? textOf(values[at]) : '')).join(''),
  );
}

function textOf(part: Part): string {
  if (part === null || part === undefined) return '';
  if (Array.isArray(part)) return part.map(textOf).join('');
  if (part instanceof Html) return part.text;
  return String(part).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
