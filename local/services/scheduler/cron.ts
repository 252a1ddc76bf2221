import { Cron } from 'croner';
import type { NextRun } from './nextRun.ts';

/** The supported form of each field ("Cron-based schedules"). */
const FIELDS: readonly { name: string; form: RegExp }[] = [
  { name: 'minutes', form: /^[\d,\-*/]+$/ },
  { name: 'hours', form: /^[\d,\-*/]+$/ },
  { name: 'day of the month', form: /^(\?|LW|L|\d{1,2}W|[\d,\-*/]+)$/ },
  { name: 'month', form: /^([\d,\-*/]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)+$/i },
  {
    name: 'day of the week',
    form: /^(\?|L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(L|#[1-5])|([1-7,\-*/]|SUN|MON|TUE|WED|THU|FRI|SAT)+)$/i,
  },
  { name: 'year', form: /^(\*|(19[7-9]\d|2[01]\d\d|[,\-/])+)(\/\d+)?$/ },
];

/**
 * Parses the body of `cron(…)`: minutes, hours, day of the month, month, day of the week, year. A
 * time skipped by a clock change does not run, and a repeated one runs once ("Daylight savings
 * time").
 */
export function readCron(body: string, timezone: string): NextRun {
  const fields = body.trim().split(/\s+/);
  if (fields.length !== FIELDS.length) {
    const expected = 'expected minute hour day month weekday year';
    throw new Error(`cron(${body}) has ${fields.length} fields, ${expected}`);
  }
  FIELDS.forEach(({ name, form }, at) => {
    if (!form.test(fields[at] ?? '')) {
      throw new Error(`cron(${body}): ${fields[at]} is not emulated as ${name}`);
    }
  });
  if ((fields[2] === '?') === (fields[4] === '?')) {
    const expected = 'expected ? in either the day of the month or the day of the week';
    throw new Error(`cron(${body}): ${expected}`);
  }
  // The last day of a week is Saturday.
  if (fields[4] === 'L') fields[4] = '7';
  const job = new Cron(`0 ${fields.join(' ')}`, {
    timezone,
    mode: '7-part',
    alternativeWeekdays: true, // 1 is Sunday
    sloppyRanges: true, // 0/15
    paused: true,
  });
  return (after) => {
    let next = job.nextRun(after);
    // For a time that a clock change skips, the library returns the time shown instead.
    while (next !== null && !job.match(next)) next = job.nextRun(next);
    return next;
  };
}
