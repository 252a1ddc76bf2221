/**
 * The part of a reason that is in the language of the page: reasons are Japanese, a slash and English.
 * One that is not clearly of this form, since what it quotes holds the same, is given whole.
 */
export function inLanguage(reason: string, locale: string): string {
  const [japanese, english, ...more] = reason.split('。 / ');
  if (japanese === undefined || english === undefined || more.length > 0) return reason;
  return locale === 'ja' ? `${japanese}。` : capitalized(english);
}

/** A reason without the line and the column that it begins with; whole where it begins otherwise. */
export const afterPlace = (reason: string): string =>
  reason.replace(/^(?:\d+行目|line \d+)[^:「"]*: /i, '');

const capitalized = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
