import { addDays, addMonths, monthEnd } from '../../../domain/release/calendar.ts';
import type { Span } from '../../../domain/release/release.ts';
import { clampToEra, toWestern } from './era.ts';
import { explainRefusal } from './explainRefusal.ts';
import { dropNoise } from './foldExpression.ts';
import { readEnglish } from './readEnglish.ts';
import { readTimestamp } from './readTimestamp.ts';
import { readWestern } from './readWestern.ts';
import { refuse } from './refusedDate.ts';
import { fromBaseDate, readRelativeWeek } from './relative.ts';

const AROUND = /(?<!中)(?:頃|ごろ|ころ)$|前後$/;

/** Parses one date without 以降, まで or a range around it; throws `RefusedDate`. */
export function readPoint(text: string, baseDate: string | null): Span {
  const spoken = dropNoise(text).trim();
  const timestamp = readTimestamp(spoken) ?? readEnglish(spoken);
  if (timestamp) return timestamp;
  const plain = spoken.replace(/ /g, '');
  if (AROUND.test(plain)) {
    return widen(readPoint(plain.replace(AROUND, ''), baseDate));
  }
  const week = readRelativeWeek(plain, baseDate);
  if (week) return week;
  const western = toWestern(fromBaseDate(plain, baseDate));
  const span = readWestern(western.text);
  if (!span) return refuse(explainRefusal(western.text));
  return clampToEra(span, western.starts);
}

/** Widens a span for 頃 on each side: never narrower than the plain form. */
function widen(span: Span): Span {
  const days = (count: number, precision: Span['precision']): Span => ({
    earliest: addDays(span.earliest, -count),
    latest: addDays(span.latest, count),
    precision,
  });
  const months = (count: number, precision: Span['precision']): Span => ({
    earliest: addMonths(span.earliest, -count),
    latest: monthEnd(addMonths(span.latest, count)),
    precision,
  });
  switch (span.precision) {
    case 'DAY':
      return days(3, 'DAY_AROUND');
    case 'THIRD':
    case 'THIRD_AROUND':
    case 'HALF_MONTH':
    case 'WEEK':
      return days(5, 'THIRD_AROUND');
    case 'MONTH':
      return days(10, 'MONTH_AROUND');
    case 'SEASON':
    case 'QUARTER':
    case 'HALF_YEAR':
      return months(1, 'SEASON_AROUND');
    case 'YEAR':
      return months(3, 'YEAR_AROUND');
    default:
      return refuse('unknown-form');
  }
}
