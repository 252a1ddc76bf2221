import type { Span } from '../../../domain/release/release.ts';
import { toDay } from './calendar.ts';
import { refuse } from './refusedDate.ts';

const FORM =
  /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/;
const JAPAN = 9 * 60;

/**
 * Converts a timestamp to its day in Japan; without a zone it is Japan's time. Null for other
 * forms.
 */
export function readTimestamp(text: string): Span | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [, year, , month, day, hour, minute, second = '0', zone] = match;
  const date = toDay(Number(year), Number(month), Number(day));
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) refuse('impossible-date');
  const inZone = Date.parse(date) + (Number(hour) * 60 + Number(minute)) * 60_000;
  const inJapan = inZone + (JAPAN - offsetOf(zone)) * 60_000;
  const local = new Date(inJapan).toISOString().slice(0, 10);
  return { earliest: local, latest: local, precision: 'DAY' };
}

/** Minutes east of Greenwich. */
function offsetOf(zone: string | undefined): number {
  if (zone === undefined) return JAPAN;
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 14 || minutes > 59) refuse('impossible-date');
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
