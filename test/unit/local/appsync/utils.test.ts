import { expect, test } from 'vitest';
import { extensions, runtime, util } from '../../../../local/services/appsync/utils/index.ts';

test('ids have the shape of their kind', () => {
  expect(util.autoId()).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(util.autoUlid()).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(util.autoKsuid()).toMatch(/^[0-9A-Za-z]{27}$/);
});

test('texts are encoded and decoded', () => {
  expect(util.base64Decode(util.base64Encode('新刊'))).toBe('新刊');
  expect(util.urlEncode('a b&新')).toBe('a+b%26%E6%96%B0');
  expect(util.urlDecode('a+b%26%E6%96%B0')).toBe('a b&新');
  expect(util.str.normalize('ｶﾞ', 'nfkc')).toBe('ガ');
});

test.each([
  ['a*b', 'aaaaab', true],
  ['^[0-9]{13}$', '9784101010014', true],
  ['^\\p{Upper}\\p{IsHiragana}$', 'Aあ', true],
  ['^\\w+\\-\\d$', 'ab-1', true],
])('util.matches %s', (pattern, value, expected) => {
  expect(util.matches(pattern, value)).toBe(expected);
});

test('a Java construct without an equal is refused by name', () => {
  expect(() => util.matches('a++', 'aa')).toThrow('possessive quantifier');
});

test('times are written and read by Java patterns, in zones', () => {
  const at = Date.UTC(2024, 0, 2, 15, 4, 5, 60);
  expect(util.time.epochMilliSecondsToISO8601(at)).toBe('2024-01-02T15:04:05.060Z');
  expect(
    util.time.epochMilliSecondsToFormatted(at, "yyyy-MM-dd HH:mm:ssXXX 'h'", 'Asia/Tokyo'),
  ).toBe('2024-01-03 00:04:05+09:00 h');
  expect(util.time.epochMilliSecondsToFormatted(at, 'yyMMdd H:m:s.SSS Z')).toBe(
    '240102 15:4:5.060 +0000',
  );
  expect(
    util.time.parseFormattedToEpochMilliSeconds(
      '2024-01-03 00:04',
      'yyyy-MM-dd HH:mm',
      'Asia/Tokyo',
    ),
  ).toBe(Date.UTC(2024, 0, 2, 15, 4));
  expect(util.time.parseISO8601ToEpochMilliSeconds('2024-01-02T15:04:05.060Z')).toBe(at);
  expect(() => util.time.parseISO8601ToEpochMilliSeconds('2024-01-02')).toThrow('2024-01-02');
  expect(() => util.time.nowFormatted('EEEE')).toThrow('EEEE is not supported');
});

test('errors carry what they were given', () => {
  expect(() => util.error('m', 'T', { a: 1 }, 'i')).toThrow(
    expect.objectContaining({ message: 'm', errorType: 'T', data: { a: 1 }, errorInfo: 'i' }),
  );
  expect(() => runtime.earlyReturn({ a: 1 }, { skipTo: 'END' })).toThrow(
    expect.objectContaining({ value: { a: 1 }, skipTo: 'END' }),
  );
});

test.each([
  [() => util.dynamodb.toDynamoDB({}), 'util.dynamodb.toDynamoDB'],
  [() => util.xml.toMap('<a/>'), 'util.xml.toMap'],
  [() => util.transform.toElasticsearchQueryDSL({}), 'util.transform.toElasticsearchQueryDSL'],
  [() => extensions.evictFromApiCache(), 'extensions.evictFromApiCache'],
])('what is not emulated says its name: %#', (attempt, name) => {
  expect(attempt).toThrow(`${name} is not supported by the local AppSync`);
});
