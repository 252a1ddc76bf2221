import { util } from '@aws-appsync/utils';

/**
 * The thirteen digits of an ISBN as people write it: ten or thirteen digits, with hyphens, spaces or
 * full-width characters. Empty, which no book has, for anything else. Check digits are not verified:
 * a wrong one finds no book.
 */
export function toIsbn13(written: string): string {
  const plain = util.str
    .normalize(written, 'nfkc')
    .replaceAll('-', '')
    .replaceAll('\u2010', '')
    .replaceAll('\u2011', '')
    .replaceAll(' ', '');
  if (util.matches('^[0-9]{13}\\z', plain)) return plain;
  if (util.matches('^[0-9]{9}[0-9Xx]\\z', plain)) return withCheckDigit(`978${plain.slice(0, 9)}`);
  return '';
}

/** Twelve digits and the one that makes the sum, weighted 1 and 3 by turns, a multiple of ten. */
function withCheckDigit(twelve: string): string {
  const sum = twelve
    .split('')
    .reduce(
      (total, digit, index) => total + '0123456789'.indexOf(digit) * (index % 2 === 0 ? 1 : 3),
      0,
    );
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}
