import { checkDigit13 } from '../../../domain/isbn/checkDigit13.ts';
import { fromIsbn10, isIsbn10 } from '../../../domain/isbn/isbn10.ts';

/** How a text was repaired into a plain ISBN-13. Dashes are normal and do not count. */
export type IsbnMending = 'wrapping' | 'width' | 'leading-zeros' | 'ten-digits';

/** A checked ISBN-13, and how its text was repaired. */
export type IsbnResult =
  | { ok: true; isbn: string; mendings: IsbnMending[] }
  | {
      ok: false;
      code: 'isbn-form' | 'isbn-check-digit' | 'isbn-number-form' | 'isbn-second-barcode';
    };

/**
 * Parses an ISBN of ten or thirteen digits. Repairs full-width digits, any dashes, `="978…"` and a
 * lost leading zero; refuses a wrong check digit, a number that a spreadsheet rounded and the
 * second barcode of a book.
 */
export function parseIsbn(text: string): IsbnResult {
  const folded = text.normalize('NFKC').trim();
  const unwrapped = /^="(.*)"$/.exec(folded)?.[1] ?? folded;
  if (/^\d(?:\.\d+)?E[+-]?\d+$/i.test(unwrapped) || /^\d+\.\d+$/.test(unwrapped)) {
    return { ok: false, code: 'isbn-number-form' };
  }
  const digits = unwrapped
    .replace(/^ISBN(?:-1[03])?:?/i, '')
    .replace(/[\s\-‐‑‒–—−ー]/g, '')
    .toUpperCase();
  const mendings: IsbnMending[] = [];
  if (unwrapped !== folded) mendings.push('wrapping');
  if (folded !== text.trim()) mendings.push('width');
  if (/^\d{13}$/.test(digits)) return readThirteen(digits, mendings);
  if (/^\d{7,9}[\dX]$/.test(digits)) return readTen(digits, mendings);
  return { ok: false, code: 'isbn-form' };
}

function readThirteen(digits: string, mendings: IsbnMending[]): IsbnResult {
  // The second barcode on a Japanese book contains its C-code and price.
  if (digits.startsWith('192')) return { ok: false, code: 'isbn-second-barcode' };
  if (!/^97[89]/.test(digits)) return { ok: false, code: 'isbn-form' };
  if (checkDigit13(digits.slice(0, 12)) !== digits[12])
    return { ok: false, code: 'isbn-check-digit' };
  return { ok: true, isbn: digits, mendings };
}

function readTen(digits: string, before: IsbnMending[]): IsbnResult {
  const ten = digits.padStart(10, '0');
  // Ten zeros have a valid check digit but are not a book.
  if (/^0+$/.test(ten)) return { ok: false, code: 'isbn-form' };
  if (!isIsbn10(ten)) return { ok: false, code: 'isbn-check-digit' };
  const lost: IsbnMending[] = digits.length < 10 ? ['leading-zeros'] : [];
  return {
    ok: true,
    isbn: fromIsbn10(ten),
    mendings: [...before, ...lost, 'ten-digits'],
  };
}
