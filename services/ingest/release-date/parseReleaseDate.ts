import type { Release, ReleaseInterval } from '../../../domain/release/release.ts';
import { isStatus } from './explainRefusal.ts';
import { dropNoise, foldExpression } from './foldExpression.ts';
import { readOnix } from './readOnix.ts';
import { readPoint } from './readPoint.ts';
import { readRange } from './readRange.ts';
import { RefusedDate, type ReleaseDateReason, refuse } from './refusedDate.ts';

/** The context of a cell. */
export interface ReleaseDateContext {
  /** The business date of the file as `YYYY-MM-DD`, from which 来月 counts; null if it has none. */
  baseDate?: string | null;
  /** A format of ONIX code list 55, if the profile declares one. */
  onixFormat?: string | null;
  /** The partner's placeholders for "no date", such as `9999/12/31`. */
  unknownTexts?: readonly string[];
}

/** A release, or why the text is not one. */
export type ReleaseDateResult =
  | { ok: true; release: Release }
  | { ok: false; code: ReleaseDateReason };

const OPEN: ReleaseInterval = { earliest: null, latest: null, precision: 'UNKNOWN' };
const UNKNOWN =
  /^(?:未定|日付未定|発売日未定|発売未定|刊行未定|近日(?:中|発売|刊行|予定)*|近刊|続刊|準備中|調整中|(?:発売|刊行)?延期|延期\((?:発売日)?未定\)|刊行年不明|不明|comingsoon|tba|tbd)$/i;
const FROM = /(?:以降|以後|〜|から|(?:取次)?搬入)$/;
const UNTIL = /(?:までに?|以前)$/;

/**
 * Parses a release-date expression as an interval that is never narrower than its wording. An empty
 * text is an unannounced release.
 */
export function parseReleaseDate(
  text: string,
  context: ReleaseDateContext = {},
): ReleaseDateResult {
  try {
    return { ok: true, release: { text, ...readInterval(text, context) } };
  } catch (error) {
    if (error instanceof RefusedDate) return { ok: false, code: error.code };
    throw error;
  }
}

function readInterval(text: string, context: ReleaseDateContext): ReleaseInterval {
  const baseDate = context.baseDate ?? null;
  const folded = foldExpression(text);
  if (folded === '' || context.unknownTexts?.includes(folded)) return OPEN;
  if (context.onixFormat) return readOnix(text, context.onixFormat);
  const plain = folded.replace(/ /g, '');
  if (UNKNOWN.test(plain) || UNKNOWN.test(plain.replace(/予定$/, ''))) return OPEN;
  if (isStatus(plain)) refuse('status-not-date');
  const words = dropNoise(folded).trim();
  if (words === '') refuse('unknown-form');
  if (FROM.test(words)) {
    const { earliest } = readPoint(words.replace(FROM, ''), baseDate);
    return { earliest, latest: null, precision: 'FROM' };
  }
  const until = UNTIL.test(words) ? words.replace(UNTIL, '') : /^〜(.+)$/.exec(words)?.[1];
  if (until !== undefined) {
    return { earliest: null, latest: readPoint(until, baseDate).latest, precision: 'UNTIL' };
  }
  return readRange(words, baseDate) ?? readPoint(words, baseDate);
}
