import { describe, expect, test } from 'vitest';
import { runtime, util } from '../../services/appsync/utils/index.ts';

test('ids have the format of their kind', () => {
  expect(util.autoId()).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(util.autoUlid()).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(util.autoKsuid()).toMatch(/^[0-9A-Za-z]{27}$/);
});

test('texts are encoded and decoded', () => {
  expect(util.base64Decode(util.base64Encode('新刊'))).toBe('新刊');
  expect(util.urlEncode('a b&新')).toBe('a+b%26%E6%96%B0');
  expect(util.urlDecode('a+b%26%E6%96%B0')).toBe('a b&新');
  expect(util.urlDecode('a=b&c=d')).toBe('a=b&c=d');
  expect(() => util.urlDecode('%')).toThrow('URI malformed');
  expect(util.str.normalize('ｶﾞ', 'nfkc')).toBe('ガ');
  expect(util.escapeJavaScript('"a/b\'\n新\\')).toBe('\\"a\\/b\\\'\\n\\u65B0\\\\');
});

test('numbers are rounded and compared', () => {
  const { math } = util;
  expect([math.roundNum(2.5), math.roundNum(-2.5), math.minVal(1, 2), math.maxVal(1, 2)]).toEqual([
    3, -2, 1, 2,
  ]);
  const drawn = Array.from({ length: 200 }, () => math.randomWithinRange(3, 5));
  expect([...new Set(drawn)].sort()).toEqual([3, 4]);
  expect(math.randomDouble()).toBeLessThan(1);
});

test('util.matches finds a part of the value by a Java expression', () => {
  expect([util.matches('a*b', 'aaaaab'), util.matches('^a$', 'ab')]).toEqual([true, false]);
});

test('errors carry their arguments', () => {
  expect(() => util.error('m', 'T', { a: 1 }, 'i')).toThrow(
    expect.objectContaining({ message: 'm', errorType: 'T', data: { a: 1 }, errorInfo: 'i' }),
  );
  expect(() => runtime.earlyReturn({ a: 1 }, { skipTo: 'END' })).toThrow(
    expect.objectContaining({ value: { a: 1 }, skipTo: 'END' }),
  );
  expect(() => runtime.earlyReturn()).toThrow(
    expect.objectContaining({ value: null, skipTo: 'NEXT' }),
  );
  expect(() => runtime.earlyReturn(1, { skipTo: 'START' as never })).toThrow(
    'skips to END or NEXT, not to START',
  );
});

describe('unsupported features are named in the error', () => {
  test.each<[name: string, attempt: () => unknown]>([
    ['util.xml.toMap', () => util.xml.toMap('<a/>')],
    ['util.xml.toJsonString', () => util.xml.toJsonString('<a/>')],
    [
      'util.transform.toElasticsearchQueryDSL',
      () => util.transform.toElasticsearchQueryDSL({ a: { eq: 1 } }),
    ],
    [
      '"not" of several conditions in a DynamoDB expression',
      () => util.transform.toDynamoDBFilterExpression({ not: { a: { eq: 1 }, b: { eq: 2 } } }),
    ],
  ])('%s', (name, attempt) => {
    expect(attempt).toThrow(`${name} is not supported by the local AppSync`);
  });
});
