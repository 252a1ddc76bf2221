import { escapeText as escapeMarkup } from '../lib/html.ts';

/**
 * Escapes text for an element or a quoted attribute, and removes characters that are invalid in a
 * page.
 */
export function escapeText(text: string): string {
  return escapeMarkup(readable(text));
}

/**
 * Returns data as JSON that is safe in a script element. Nothing in it ends the element or begins a
 * comment (HTML, "Restrictions for contents of script elements"), and no script reads U+2028 as a
 * line end.
 */
export function escapeJson(data: object): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  ).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Replaces line ends with spaces and removes control characters and lone surrogates. */
function readable(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[\s\u2028\u2029]+/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
      .replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
  );
}
