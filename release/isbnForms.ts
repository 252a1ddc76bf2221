/**
 * The forms in which a shop may list an ISBN of thirteen digits: itself and, for one that begins
 * with 978, the ISBN-10 with its own check digit.
 */
export function isbnForms(isbn13: string): string[] {
  return isbn13.startsWith('978') ? [isbn13, toIsbn10(isbn13)] : [isbn13];
}

// ISO 2108: weights 10 down to 2, and a check digit that makes the sum divisible by 11; X is ten.
function toIsbn10(isbn13: string): string {
  const body = isbn13.slice(3, 12);
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return body + (check === 10 ? 'X' : String(check));
}
