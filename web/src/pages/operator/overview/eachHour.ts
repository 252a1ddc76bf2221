import type { MailHoursQuery } from '../../../generated/operatorDocuments.ts';

type Hour = MailHoursQuery['outgoingMailsPerHour'][number];

const HOUR_MS = 3_600_000;

/**
 * Returns the given number of hours up to that of `now`, oldest first; hours missing from the API's
 * answer are empty.
 */
export function eachHour(known: Hour[], back: number, now: Date): Hour[] {
  const last = Math.floor(now.getTime() / HOUR_MS);
  return Array.from({ length: back }, (_, index) => {
    const begins = (last - back + 1 + index) * HOUR_MS;
    const found = known.find(({ hour }) => Date.parse(hour) === begins);
    return found ?? { hour: new Date(begins).toISOString(), sent: 0, skipped: 0, failed: 0 };
  });
}
