import type { ReleaseInterval, Span } from '../../../domain/release/release.ts';
import { isoWeek, toDay, toMonth, toMonths } from './calendar.ts';
import { refuse } from './refusedDate.ts';

type Format = { length: number; read: (digits: string) => Span };

/** Code list 55, single dates. Codes 03 and 04 use calendar quarters and our own seasons. */
const SINGLE: { [code: string]: Format } = {
  '00': {
    length: 8,
    read: (digits) => {
      const day = toDay(part(digits, 0, 4), part(digits, 4, 6), part(digits, 6, 8));
      return { earliest: day, latest: day, precision: 'DAY' };
    },
  },
  '01': {
    length: 6,
    read: (digits) => {
      const { first, last } = toMonth(part(digits, 0, 4), part(digits, 4, 6));
      return { earliest: first, latest: last, precision: 'MONTH' };
    },
  },
  '02': {
    length: 6,
    read: (digits) => ({
      ...isoWeek(part(digits, 0, 4), part(digits, 4, 6)),
      precision: 'WEEK',
    }),
  },
  '03': {
    length: 5,
    read: (digits) => {
      const first = oneOfFour(digits) * 3 - 2;
      return { ...toMonths(part(digits, 0, 4), first, first + 2), precision: 'QUARTER' };
    },
  },
  '04': {
    length: 5,
    read: (digits) => {
      const season = oneOfFour(digits);
      const months: [number, number] = season === 4 ? [1, 14] : [season * 3, season * 3 + 2];
      return { ...toMonths(part(digits, 0, 4), ...months), precision: 'SEASON' };
    },
  },
  '05': {
    length: 4,
    read: (digits) => ({ ...toMonths(part(digits, 0, 4), 1, 12), precision: 'YEAR' }),
  },
};
const RANGES: { [code: string]: string } = {
  '06': '00',
  '07': '01',
  '08': '02',
  '09': '03',
  '10': '04',
  '11': '05',
};

/** Parses digits in a format of ONIX code list 55; refuses codes other than 00 to 11. */
export function readOnix(text: string, code: string): ReleaseInterval {
  const digits = text.normalize('NFKC').trim();
  const single = SINGLE[code];
  if (single) return readSingle(digits, single);
  const each = SINGLE[RANGES[code] ?? ''];
  if (!each) return refuse('onix-format-unsupported');
  if (digits.length !== each.length * 2) refuse('unknown-form');
  const start = readSingle(digits.slice(0, each.length), each);
  const end = readSingle(digits.slice(each.length), each);
  if (end.latest < start.earliest) refuse('reversed-range');
  return { earliest: start.earliest, latest: end.latest, precision: 'RANGE' };
}

function readSingle(digits: string, format: Format): Span {
  if (!/^\d+$/.test(digits) || digits.length !== format.length) refuse('unknown-form');
  return format.read(digits);
}

function part(digits: string, from: number, to: number): number {
  return Number(digits.slice(from, to));
}

function oneOfFour(digits: string): number {
  const number = part(digits, 4, 5);
  if (number < 1 || number > 4) refuse('impossible-date');
  return number;
}
