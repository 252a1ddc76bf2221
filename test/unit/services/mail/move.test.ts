import { expect, it } from 'vitest';
import type { Release } from '../../../../domain/release/release.ts';
import { moveSize, whichMove } from '../../../../services/mail/news/move.ts';
import { theDay, theMonth } from '../../../support/mailedBook.ts';

const APRIL = theMonth('2027-04-01', '2027-04-30');
const UNKNOWN: Release = { earliest: null, latest: null, precision: 'UNKNOWN', text: '未定' };
const SPRING = range('2027-03-01', '2027-05-31');
const SINCE_APRIL = range('2027-04-01', null);
const UNTIL_APRIL = range(null, '2027-04-30');

function range(earliest: string | null, latest: string | null): Release {
  return { earliest, latest, precision: 'RANGE', text: `${earliest}〜${latest}` };
}

it.each<[string, Release, Release, string]>([
  ['the first day of its month', APRIL, theDay('2027-04-01'), 'DECIDED'],
  ['the last day of its month', APRIL, theDay('2027-04-30'), 'DECIDED'],
  ['a day after an unknown date', UNKNOWN, theDay('2027-04-01'), 'DECIDED'],
  ['a month of its season', SPRING, APRIL, 'NARROWED'],
  ['a month after an open end', SINCE_APRIL, APRIL, 'NARROWED'],
  ['a month before an open beginning', UNTIL_APRIL, APRIL, 'NARROWED'],
  ['an unknown date', APRIL, UNKNOWN, 'UNDATED'],
  ['the day after its month', APRIL, theDay('2027-05-01'), 'LATER'],
  ['a range from the last day of its month', APRIL, range('2027-04-30', '2027-05-31'), 'MOVED'],
  ['an open end', APRIL, SINCE_APRIL, 'MOVED'],
  ['the day before its month', APRIL, theDay('2027-03-31'), 'EARLIER'],
  ['a range to the first day of its month', APRIL, range('2027-03-01', '2027-04-01'), 'MOVED'],
  ['an open beginning', APRIL, UNTIL_APRIL, 'MOVED'],
])('whichMove names a move to %s', (_, from, to, expected) => {
  expect(whichMove({ from, to })).toBe(expected);
});

it.each<[string, Release, Release, number]>([
  ['nothing but the wording', APRIL, { ...APRIL, text: '4月' }, 0],
  ['the beginning alone', APRIL, theDay('2027-04-30'), 29],
  ['the end alone, to an earlier day', APRIL, theDay('2027-04-01'), 29],
  ['the end of a range without a beginning', UNTIL_APRIL, range(null, '2027-05-01'), 1],
  ['both ends, one further', theDay('2027-03-31'), APRIL, 30],
  ['an end that is opened', APRIL, SINCE_APRIL, Infinity],
  ['a beginning that is given', UNTIL_APRIL, APRIL, Infinity],
])('moveSize measures a move of %s', (_, from, to, days) => {
  expect(moveSize({ from, to })).toBe(days);
});
