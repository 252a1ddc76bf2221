import { expect, test } from 'vitest';
import { readExpression } from '../../../../local/services/scheduler/expression.ts';

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
  ['rate(0 minutes)', /whole number/],
  ['rate(5 weeks)', /seconds, minutes, hours or days/],
  ['at(tomorrow)', /yyyy-mm-dd/],
])('%s is refused', (expression, why) => {
  expect(() => readExpression(expression, 'UTC', start)).toThrow(why);
});
