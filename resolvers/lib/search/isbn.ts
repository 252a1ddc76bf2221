import { util } from '@aws-appsync/utils';
import { asIsbn } from '../../../domain/isbn/asIsbn.ts';

/**
 * Returns the thirteen digits of an ISBN as people write it: ten or thirteen digits, with hyphens,
 * spaces or full-width characters. Returns an empty string, which no book has, for anything else.
 */
export function toIsbn13(written: string): string {
  return asIsbn(util.str.normalize(written, 'nfkc'));
}
