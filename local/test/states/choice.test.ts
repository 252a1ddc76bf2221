import { expect, test } from 'vitest';
import type { Json } from '../../lib/resource.ts';
import { holds, type Rule } from '../../services/states/expressions/choice.ts';

const data = {
  text: 'b',
  star: 'a*b',
  key: 'feeds/2026/新刊.csv',
  number: 5,
  zero: 0,
  yes: true,
  none: null,
  at: '2026-11-24T09:00:00+09:00',
  date: '2026-11-24',
  sameMoment: '2026-11-24T00:00:00Z',
  later: '2026-11-24T00:00:00.001Z',
  five: 5,
  bee: 'b',
};
const check = (rule: Rule) =>
  holds(rule, { data, context: { State: { Name: 'X' } }, place: 'Here:' });

test.each<[string, string, Json, boolean]>([
  ['text', 'StringEquals', 'b', true],
  ['text', 'StringEquals', 'B', false],
  ['number', 'StringEquals', '5', false],
  ['text', 'StringLessThan', 'c', true],
  ['text', 'StringLessThan', 'b', false],
  ['text', 'StringGreaterThan', 'a', true],
  ['text', 'StringGreaterThan', 'b', false],
  ['text', 'StringLessThanEquals', 'b', true],
  ['text', 'StringLessThanEquals', 'a', false],
  ['text', 'StringGreaterThanEquals', 'b', true],
  ['text', 'StringGreaterThanEquals', 'c', false],
  ['key', 'StringMatches', 'feeds/*.csv', true],
  ['key', 'StringMatches', '*新刊*', true],
  ['key', 'StringMatches', 'feeds', false],
  ['key', 'StringMatches', 'feeds/2026/新刊?csv', false],
  ['star', 'StringMatches', 'a\\*b', true],
  ['text', 'StringMatches', '\\*', false],
  ['number', 'StringMatches', '*', false],
  ['number', 'NumericEquals', 5, true],
  ['zero', 'NumericEquals', 0, true],
  ['text', 'NumericEquals', 5, false],
  ['number', 'NumericLessThan', 6, true],
  ['number', 'NumericLessThan', 5, false],
  ['number', 'NumericGreaterThan', 4, true],
  ['number', 'NumericGreaterThan', 5, false],
  ['number', 'NumericLessThanEquals', 5, true],
  ['number', 'NumericLessThanEquals', 4, false],
  ['number', 'NumericGreaterThanEquals', 5, true],
  ['number', 'NumericGreaterThanEquals', 6, false],
  ['yes', 'BooleanEquals', true, true],
  ['yes', 'BooleanEquals', false, false],
  ['none', 'BooleanEquals', false, false],
  ['at', 'TimestampEquals', '2026-11-24T00:00:00Z', true],
  ['at', 'TimestampEquals', '2026-11-24T09:00:00Z', false],
  ['date', 'TimestampEquals', '2026-11-24', false],
  ['at', 'TimestampLessThan', '2026-11-24T00:00:01Z', true],
  ['at', 'TimestampLessThan', '2026-11-24T00:00:00Z', false],
  ['at', 'TimestampGreaterThan', '2026-11-23T23:59:59Z', true],
  ['at', 'TimestampGreaterThan', '2026-11-24T00:00:00Z', false],
  ['at', 'TimestampLessThanEquals', '2026-11-24T00:00:00Z', true],
  ['later', 'TimestampLessThanEquals', '2026-11-24T00:00:00Z', false],
  ['at', 'TimestampGreaterThanEquals', '2026-11-24T00:00:00Z', true],
  ['at', 'TimestampGreaterThanEquals', '2026-11-25T00:00:00Z', false],
  ['none', 'IsNull', true, true],
  ['zero', 'IsNull', true, false],
  ['zero', 'IsNull', false, true],
  ['number', 'IsNumeric', true, true],
  ['text', 'IsNumeric', true, false],
  ['text', 'IsString', true, true],
  ['none', 'IsString', true, false],
  ['yes', 'IsBoolean', true, true],
  ['zero', 'IsBoolean', true, false],
  ['at', 'IsTimestamp', true, true],
  ['date', 'IsTimestamp', true, false],
  ['none', 'IsPresent', true, true],
  ['missing', 'IsPresent', true, false],
  ['missing', 'IsPresent', false, true],
  ['number', 'NumericEqualsPath', '$.five', true],
  ['number', 'NumericLessThanPath', '$.zero', false],
  ['number', 'NumericGreaterThanPath', '$.zero', true],
  ['number', 'NumericLessThanEqualsPath', '$.five', true],
  ['number', 'NumericGreaterThanEqualsPath', '$.five', true],
  ['text', 'StringEqualsPath', '$.bee', true],
  ['text', 'StringLessThanPath', '$.key', true],
  ['text', 'StringGreaterThanPath', '$.key', false],
  ['text', 'StringLessThanEqualsPath', '$.bee', true],
  ['text', 'StringGreaterThanEqualsPath', '$.bee', true],
  ['yes', 'BooleanEqualsPath', '$.yes', true],
  ['at', 'TimestampEqualsPath', '$.sameMoment', true],
  ['at', 'TimestampLessThanPath', '$.later', true],
  ['at', 'TimestampGreaterThanPath', '$.later', false],
  ['at', 'TimestampLessThanEqualsPath', '$.sameMoment', true],
  ['at', 'TimestampGreaterThanEqualsPath', '$.sameMoment', true],
])('$.%s %s %j: %s', (name, operator, expected, result) => {
  expect(check({ Variable: `$.${name}`, [operator]: expected, Next: 'X' })).toBe(result);
});

const yes = { Variable: '$.yes', BooleanEquals: true };
const no = { Not: yes };

test.each<[Rule, boolean]>([
  [{ And: [yes, yes] }, true],
  [{ And: [yes, no] }, false],
  [{ Or: [no, yes] }, true],
  [{ Or: [no, no] }, false],
  [{ Not: { And: [yes, { Or: [no, no] }] } }, true],
  [
    {
      And: [
        { Variable: '$.missing', IsPresent: true },
        { Variable: '$.missing', IsNull: false },
      ],
    },
    false,
  ],
])('%j: %s', (rule, result) => {
  expect(check(rule)).toBe(result);
});

test('a choice can test the context object', () => {
  expect(check({ Variable: '$$.State.Name', StringEquals: 'X' })).toBe(true);
});

test.each([
  [{ Variable: '$.missing', IsNull: true }, '$.missing'],
  [{ Variable: '$.text', StringEqualsPath: '$.missing' }, '$.missing'],
])('a missing variable is States.Runtime: %j', (rule, path) => {
  expect(() => check(rule)).toThrow(
    expect.objectContaining({
      name: 'States.Runtime',
      message: `Here: Invalid path '${path}': The choice state's condition path references an invalid value.`,
    }),
  );
});
