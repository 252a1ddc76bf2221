import { FOLDING } from '../../../domain/text/folding.ts';
import { FIELD_COUNT } from './content.ts';

/** Raise it when anything that is derived from a book's fields is derived by another rule. */
const RULES = 1;

/**
 * The version of what staged rows bring. After a change, a file that was merged before is read again instead of
 * counting as a repeat, and the backfill goes through all books. A new field of the content changes it by itself.
 */
export const VERSION = FOLDING * 1_000_000 + FIELD_COUNT * 1000 + RULES;
