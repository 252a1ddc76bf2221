import { asIsbn } from '../../domain/isbn/asIsbn.ts';

/** Returns the thirteen digits of an ISBN in any usual notation; null for anything else. */
export function readIsbn(written: string | null): string | null {
  const isbn = asIsbn((written ?? '').normalize('NFKC'));
  return /^97[89]/.test(isbn) ? isbn : null;
}
