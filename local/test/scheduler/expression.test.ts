import { expect, test } from 'vitest';
import { readExpression } from '../../services/scheduler/expression.ts';

const start = new Date('2026-11-24T00:00:10Z');

test.each([
  ['cron(0 6 * * ? *)', 'Asia/Tokyo', '2026-11-24T20:59:00Z', '2026-11-24T21:00:00Z'],
  ['cron(0 6 * * ? *)', 'Asia/Tokyo', '2026-11-24T21:00:00Z', '2026-11-25T21:00:00Z'],
  ['cron(0 6 * * ? *)', 'UTC', '2026-11-24T21:00:00Z', '2026-11-25T06:00:00Z'],
  ['cron(0/15 * * * ? *)', 'UTC', '2026-11-24T10:07:00Z', '2026-11-24T10:15:00Z'],
  ['cron(0 9 ? * 2 *)', 'UTC', '2026-11-24T00:00:00Z', '2026-11-30T09:00:00Z'], // 2 is Monday
  ['cron(0 9 ? * MON-FRI *)', 'UTC', '2026-11-27T10:00:00Z', '2026-11-30T09:00:00Z'],
  ['cron(0 9 L * ? *)', 'UTC', '2026-11-24T00:00:00Z', '2026-11-30T09:00:00Z'],
  ['cron(0 9 ? * 6#1 *)', 'UTC', '2026-11-24T00:00:00Z', '2026-12-04T09:00:00Z'],
  ['cron(0 9 ? * L *)', 'UTC', '2026-11-24T00:00:00Z', '2026-11-28T09:00:00Z'], // Saturday
  ['cron(0 9 ? * 6L *)', 'UTC', '2026-11-24T00:00:00Z', '2026-11-27T09:00:00Z'],
  ['cron(0 9 LW * ? *)', 'UTC', '2027-01-02T00:00:00Z', '2027-01-29T09:00:00Z'],
  ['cron(0 9 1W * ? *)', 'UTC', '2027-04-30T10:00:00Z', '2027-05-03T09:00:00Z'],
  [
    'cron(*/20 8-9,20 ? JAN,MAR SUN 2026-2027)',
    'UTC',
    '2026-11-24T00:00:00Z',
    '2027-01-03T08:00:00Z',
  ],
  ['cron(0 9 1 1 ? 2026/2)', 'UTC', '2026-11-24T00:00:00Z', '2028-01-01T09:00:00Z'],
  // New York's clocks skip 02:30 on 8 March 2026 and show 01:30 twice on 1 November.
  ['cron(30 2 * * ? *)', 'America/New_York', '2026-03-08T00:00:00Z', '2026-03-09T06:30:00Z'],
  ['cron(30 1 * * ? *)', 'America/New_York', '2026-10-31T06:00:00Z', '2026-11-01T05:30:00Z'],
  ['cron(30 1 * * ? *)', 'America/New_York', '2026-11-01T05:30:00Z', '2026-11-02T06:30:00Z'],
  ['cron(0 0 1 1 ? 2027)', 'UTC', '2026-11-24T00:00:00Z', '2027-01-01T00:00:00Z'],
  ['rate(1 minute)', 'UTC', '2026-11-24T00:00:10Z', '2026-11-24T00:01:10Z'],
  ['rate(5 seconds)', 'UTC', '2026-11-24T00:00:12Z', '2026-11-24T00:00:15Z'],
  ['rate(2 hours)', 'UTC', '2026-11-24T05:00:00Z', '2026-11-24T06:00:10Z'],
  ['at(2026-11-25T06:00:00)', 'Asia/Tokyo', '2026-11-24T00:00:00Z', '2026-11-24T21:00:00Z'],
])('%s in %s after %s is %s', (expression, timezone, after, next) => {
  const found = readExpression(expression, timezone, start)(new Date(after));
  expect(found).toEqual(new Date(next));
});

test.each(['cron(0 0 1 1 ? 2020)', 'at(2020-01-01T00:00:00)'])('%s never runs again', (past) => {
  expect(readExpression(past, 'UTC', start)(start)).toBeNull();
});

test.each([
  ['every day', /expected cron/],
  ['cron(0 6 * * ?)', /5 fields/],
  ['cron(0 6 * * * *)', /expected \?/],
  ['cron(0 6 ? * ? *)', /expected \?/],
  ['cron(60 6 * * ? *)', /minute/],
  ['cron(0 24 * * ? *)', /hour/],
  ['cron(0 6 32 * ? *)', /32|day/],
  ['cron(0 6 L-3 * ? *)', /L-3 is not emulated as day of the month/],
  ['cron(0 6 ? * 8 *)', /8 is not emulated as day of the week/],
  ['cron(0 6 ? * 0 *)', /0 is not emulated as day of the week/],
  ['cron(0 6 * * ? 1969)', /1969 is not emulated as year/],
  ['cron(? 6 * * ? *)', /\? is not emulated as minutes/],
  ['rate(0 minutes)', /whole number/],
  ['rate(5 weeks)', /seconds, minutes, hours or days/],
  ['at(tomorrow)', /yyyy-mm-dd/],
])('%s is rejected', (expression, why) => {
  expect(() => readExpression(expression, 'UTC', start)).toThrow(why);
});
