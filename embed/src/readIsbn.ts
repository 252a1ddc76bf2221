import { asIsbn } from '../../domain/isbn/asIsbn.ts';

/** The thirteen digits of a book's ISBN as pages write it; null for anything else. */
export function readIsbn(written: string | null): string | null {
  const isbn = asIsbn((written ?? '').normalize('NFKC'));
  return /^97[89]/.test(isbn) ? isbn : null;
}
