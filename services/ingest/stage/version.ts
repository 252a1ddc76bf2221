import { FOLDING } from '../../../domain/text/folding.ts';
import { FIELD_COUNT } from './content.ts';

/** Increment it if the rule for anything derived from a book's fields changes. */
const RULES = 1;

/**
 * The version of staged rows. After a change, a file that was merged before is read again instead
 * of counting as a repeat, and the backfill processes all books. A new field of the content changes
 * it automatically.
 */
export const VERSION = FOLDING * 1_000_000 + FIELD_COUNT * 1000 + RULES;
