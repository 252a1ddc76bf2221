import type { GraphQLScalarType } from 'graphql';
import { expect, test } from 'vitest';
import { SCALARS } from '../../../../local/services/appsync/scalars.ts';

const scalar = (name: string) => SCALARS.find((one) => one.name === name) as GraphQLScalarType;

const VALUES: [name: string, good: unknown[], bad: unknown[]][] = [
  [
    'AWSDate',
    ['2024-02-29', '1970-01-01Z', '2024-01-01+09:00', '2024-01-01-08:00:30'],
    ['2024-02-30', '2024-1-1', '20240101', 1],
  ],
  ['AWSTime', ['12:30', '12:30:24', '12:30:24.123Z', '12:30+05:30'], ['24:00', '12:60', '1:00']],
  [
    'AWSDateTime',
    ['2024-02-29T12:00:00Z', '2024-01-01T12:30:24.000+09:00'],
    ['2024-01-01T12:00:00', '2024-01-01', '2023-02-29T00:00Z'],
  ],
  ['AWSTimestamp', [0, -1, 1_700_000_000], ['1', 1.5]],
  ['AWSEmail', ['a@b.example', 'a.b+c@d.e.jp'], ['a', 'a@b', 'a b@c.jp']],
  ['AWSURL', ['https://shop.example/a?b', 'ftp://x.jp'], ['shop.example', '/a', 'http://']],
  ['AWSPhone', ['+81 3-1234-5678', '0312345678'], ['abc', '1']],
  [
    'AWSIPAddress',
    ['127.0.0.1', '::1', '10.0.0.0/8', 'fe80::/64'],
    ['256.0.0.1', '10.0.0.0/33', 'x'],
  ],
];

test.each(VALUES)('%s', (name, good, bad) => {
  for (const value of good) {
    expect(scalar(name).parseValue(value)).toBe(value);
    expect(scalar(name).serialize(value)).toBe(value);
  }
  for (const value of bad)
    expect(() => scalar(name).parseValue(value), String(value)).toThrow(name);
});

test('AWSJSON is parsed on the way in and written on the way out', () => {
  expect(scalar('AWSJSON').parseValue('{"a":[1]}')).toEqual({ a: [1] });
  expect(scalar('AWSJSON').serialize({ a: [1] })).toBe('{"a":[1]}');
  expect(() => scalar('AWSJSON').parseValue('{')).toThrow('valid JSON');
  expect(() => scalar('AWSJSON').parseValue({ a: 1 })).toThrow('string');
});
