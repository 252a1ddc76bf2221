import type { Reason } from '../reading/readReasons.ts';
import { oneLine } from './oneLine.ts';
import { shorten } from './shorten.ts';

const LONGEST_NAME = 40;

/**
 * Returns the reasons, by book id, with names shortened to one line so that they fit into a
 * sentence.
 */
export function shortReasons(reasons: Map<string, Reason[]>): Map<string, Reason[]> {
  return new Map(
    [...reasons].map(([bookId, own]) => [
      bookId,
      own.map((reason) => ({ ...reason, name: shorten(oneLine(reason.name), LONGEST_NAME) })),
    ]),
  );
}
