import type { ReleaseInterval } from '../../../domain/release/release.ts';
import { toWestern } from './era.ts';
import { readPoint } from './readPoint.ts';
import { RefusedDate, refuse } from './refusedDate.ts';
import { fromBaseDate } from './relative.ts';

const ISO_INTERVAL = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/;
const RANGE = /^(.+?)(?:〜|から|または|又は|もしくは|(?<=[年月日旬春夏秋冬])-)(.+)$/;
const SEVERAL = /^(.+?)(?:[・、]|及び|および)(.+)$/;

/** Parses X〜Y, XからY, XまたはY and ISO intervals; null if the text is not a range. */
export function readRange(text: string, baseDate: string | null): ReleaseInterval | null {
  const match = ISO_INTERVAL.exec(text) ?? RANGE.exec(text);
  if (!match) {
    refuseSeveral(text, baseDate);
    return null;
  }
  const [, from = '', to = ''] = match;
  const start = readPoint(from, baseDate);
  const end = readPoint(complete(to.trim(), from.trim(), baseDate), baseDate);
  if (end.latest < start.earliest) refuse('reversed-range');
  return { earliest: start.earliest, latest: end.latest, precision: 'RANGE' };
}

/** Refuses two dates side by side: they are two announcements, and which one counts is unknown. */
function refuseSeveral(text: string, baseDate: string | null): void {
  const match = SEVERAL.exec(text);
  if (!match) return;
  const [, first = '', second = ''] = match;
  try {
    readPoint(first, baseDate);
    readPoint(complete(second, first, baseDate), baseDate);
  } catch (error) {
    // If one side is not a date, this is not a pair of dates; the caller classifies it.
    if (error instanceof RefusedDate) return;
    throw error;
  }
  refuse('several-dates');
}

/** Adds to the second date the parts that only the first one states. */
function complete(to: string, from: string, baseDate: string | null): string {
  const western = toWestern(fromBaseDate(from.replace(/ /g, ''), baseDate)).text;
  const parts = /^(\d{4})(?:年度?|([/.-]))?(\d{1,2})?(?:(月)|\2(\d{1,2}))?/.exec(western);
  const year = parts?.[1];
  if (!parts || year === undefined) return to;
  const separator = parts[2];
  const month = parts[3];
  const hasDay = parts[5] !== undefined || /月\d{1,2}日/.test(western);
  if (month !== undefined) {
    if (/^(?:[上中下初]旬|月?末|月?初|初め|半ば|中頃|前半|後半|\d{1,2}日)/.test(to)) {
      return `${year}年${month}月${to}`;
    }
    if (separator && hasDay && /^\d{1,2}$/.test(to)) {
      return [year, month, to].join(separator);
    }
    if (separator && /^\d{1,2}$/.test(to)) return [year, to].join(separator);
    if (separator && new RegExp(`^\\d{1,2}[${separator}]\\d{1,2}$`).test(to)) {
      return [year, to].join(separator);
    }
  }
  if (/^\d{1,2}月|^[春夏秋冬]|^[前後]半|^[上下]半?期|^第\d四半期|^末/.test(to))
    return `${year}年${to}`;
  return to;
}
