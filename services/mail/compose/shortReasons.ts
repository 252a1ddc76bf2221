import type { Reason } from '../reading/readReasons.ts';
import { oneLine } from './oneLine.ts';
import { shorten } from './shorten.ts';

const LONGEST_NAME = 40;

/** The reasons, by the book's id, with names that fit into a sentence: one short line each. */
export function shortReasons(reasons: Map<string, Reason[]>): Map<string, Reason[]> {
  return new Map(
    [...reasons].map(([bookId, own]) => [
      bookId,
      own.map((reason) => ({ ...reason, name: shorten(oneLine(reason.name), LONGEST_NAME) })),
    ]),
  );
}
