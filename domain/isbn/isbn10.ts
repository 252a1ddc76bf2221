import { checkDigit13 } from './checkDigit13.ts';

/** Whether a text has ten characters and the right check digit, which may be X. */
export const isIsbn10 = (ten: string): boolean => ten.slice(9) === checkDigit10(ten.slice(0, 9));

/** Converts an ISBN-10 to its thirteen digits. */
export function fromIsbn10(ten: string): string {
  const body = `978${ten.slice(0, 9)}`;
  return body + checkDigit13(body);
}

/**
 * Returns the ISBN-10 under which a shop may list an ISBN-13; null if it does not begin with 978.
 */
export function toIsbn10(thirteen: string): string | null {
  const nine = thirteen.slice(3, 12);
  return thirteen.startsWith('978') ? nine + checkDigit10(nine) : null;
}

/**
 * Returns the last character of the ISBN-10 that begins with these nine digits (ISO 2108); X is
 * ten.
 */
function checkDigit10(nine: string): string {
  const sum = nine
    .split('')
    .map((digit) => '0123456789'.indexOf(digit))
    .reduce((total, digit, index) => total + digit * (index + 1), 0);
  return sum % 11 === 10 ? 'X' : `${sum % 11}`;
}
