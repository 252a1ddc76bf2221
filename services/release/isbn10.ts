/**
 * The ten digits under which a shop may list an ISBN-13, with their own check digit. Null for one
 * that does not begin with 978, because it has none.
 */
export function toIsbn10(isbn13: string): string | null {
  if (!isbn13.startsWith('978')) return null;
  // ISO 2108: weights 10 down to 2, and a check digit that makes the sum divisible by 11; X is ten.
  const body = isbn13.slice(3, 12);
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return body + (check === 10 ? 'X' : String(check));
}
