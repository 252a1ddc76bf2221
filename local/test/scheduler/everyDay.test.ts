// An independent implementation of "Cron-based schedules": it tests every day instead of computing
// the next one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCron } from '../../services/scheduler/cron.ts';

const DAY = 86_400_000;
/** 29 February falls on each weekday once in 28 years. */
const END = Date.UTC(2060, 0);
const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const WEEKDAYS = 'SUN MON TUE WED THU FRI SAT'.split(' ');

/** Returns the numbers of a field of lists, ranges and steps; names count from 1. */
function numbersOf(field: string, least: number, most: number, names: string[] = []): Set<number> {
  const read = (text: string) => (names.includes(text) ? names.indexOf(text) + 1 : Number(text));
  const numbers = new Set<number>();
  for (const part of field.split(',')) {
    const [range = '', step] = part.split('/');
    const [from = '', to] = range.split('-');
    const first = from === '*' ? least : read(from);
    const last = to !== undefined ? read(to) : from === '*' || step !== undefined ? most : first;
    for (let n = first; n <= last; n += Number(step ?? 1)) numbers.add(n);
  }
  return numbers;
}

function isDay(at: Date, [dom = '', month = '', dow = '', year = '']: string[]): boolean {
  const [y, m, d] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  if (!numbersOf(month, 1, 12, MONTHS).has(m + 1)) return false;
  if (!numbersOf(year, 1970, 2199).has(y)) return false;
  const length = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
  const weekday = (day: number) => new Date(Date.UTC(y, m, day)).getUTCDay() + 1;
  if (dow !== '?') {
    const [, name = '', mark, nth] = /^(\w+?)(L|#)(\d?)$/.exec(dow) ?? [];
    const last = mark === 'L' && d + 7 > length;
    if (mark) {
      const isIt = numbersOf(name, 1, 7, WEEKDAYS).has(weekday(d));
      return isIt && (last || (mark === '#' && Math.ceil(d / 7) === Number(nth)));
    }
    return dow === 'L' ? weekday(d) === 7 : numbersOf(dow, 1, 7, WEEKDAYS).has(weekday(d));
  }
  if (dom === 'L') return d === length;
  if (!dom.endsWith('W')) return numbersOf(dom, 1, 31).has(d);
  const wanted = dom === 'LW' ? length : Number(dom.slice(0, -1));
  const working = Array.from({ length }, (_, n) => n + 1).filter(
    (day) => ![1, 7].includes(weekday(day)),
  );
  const distance = (day: number) => Math.abs(day - wanted);
  const nearest = working.reduce((best, day) => (distance(day) < distance(best) ? day : best));
  return d === (dom === 'LW' ? working.at(-1) : nearest);
}

/** Returns the schedule's first minute after this one, in UTC; null if there is none until 2060. */
function lookAtEveryDay(fields: string[], after: Date): Date | null {
  const [minutes = '', hours = '', ...day] = fields;
  const times = [...numbersOf(hours, 0, 23)]
    .flatMap((hour) => [...numbersOf(minutes, 0, 59)].map((minute) => hour * 60 + minute))
    .sort((a, b) => a - b);
  const midnight = Math.floor(after.getTime() / DAY) * DAY;
  for (let at = midnight; at < END; at += DAY) {
    if (!isDay(new Date(at), day)) continue;
    const minute = times.find((one) => at + one * 60_000 > after.getTime());
    if (minute !== undefined) return new Date(at + minute * 60_000);
  }
  return null;
}

const between = (least: number, most: number) => fc.integer({ min: least, max: most });
const list = (least: number, most: number, names: string[] = []) => {
  const one = between(least, most).map((n) => names[n - 1] ?? String(n));
  const range = fc
    .tuple(between(least, most), between(least, most))
    .map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
  const step = fc
    .tuple(fc.oneof(fc.constant('*'), between(least, most)), between(1, 10))
    .map(([from, by]) => `${from}/${by}`);
  return fc.oneof(
    fc.constant('*'),
    fc.array(fc.oneof(one, range, step), { minLength: 1, maxLength: 3 }).map((all) => all.join()),
  );
};
const weekday = between(1, 7).map((n) => (n % 2 ? String(n) : (WEEKDAYS[n - 1] ?? '')));
const dayOfMonth = fc.oneof(
  list(1, 31),
  fc.constantFrom('L', 'LW'),
  between(1, 28).map((n) => `${n}W`),
);
const dayOfWeek = fc.oneof(
  fc.array(weekday, { minLength: 1, maxLength: 3 }).map((all) => all.join()),
  fc.constantFrom('L', '*', 'MON-FRI', '2-4'),
  fc.tuple(between(1, 7), between(1, 5)).map(([day, nth]) => `${day}#${nth}`),
  weekday.map((day) => `${day}L`),
);
const days = fc.oneof(
  dayOfMonth.map((dom) => [dom, '?'] as const),
  dayOfWeek.map((dow) => ['?', dow] as const),
);
const schedules = fc
  .tuple(
    list(0, 59),
    list(0, 23),
    days,
    list(1, 12, MONTHS),
    fc.constantFrom('*', '2026-2030', '2027', '2026/2'),
  )
  .map(([minute, hour, [dom, dow], month, year]) => [minute, hour, dom, month, dow, year]);
const moments = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2028-12-31T00:00:00Z'),
  noInvalidDate: true,
});

test('the next run is the one found by testing every day', () => {
  fc.assert(
    fc.property(schedules, moments, (fields, after) => {
      expect(readCron(fields.join(' '), 'UTC')(after)).toEqual(lookAtEveryDay(fields, after));
    }),
    { numRuns: 300 },
  );
});
