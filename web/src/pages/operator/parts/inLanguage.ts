/**
 * Returns the part of a reason in the page's language: reasons are Japanese, a slash, and English.
 * A reason that is not clearly of this form, because it quotes a slash, is returned whole.
 */
export function inLanguage(reason: string, locale: string): string {
  const [japanese, english, ...more] = reason.split('。 / ');
  if (japanese === undefined || english === undefined || more.length > 0) return reason;
  return locale === 'ja' ? `${japanese}。` : capitalized(english);
}

/** Returns a reason without its leading line and column, if it has them. */
export const afterPlace = (reason: string): string =>
  reason.replace(/^(?:\d+行目|line \d+)[^:「"]*: /i, '');

const capitalized = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
