import { FOLDING } from '../../../domain/text/folding.ts';

/** Another number where people or series are recognized otherwise. */
const LINKING = 1;

/** Another number where books are given something else as they are merged: all are done anew. */
export const VERSION = FOLDING * 1000 + LINKING;
