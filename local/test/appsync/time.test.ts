import { describe, expect, test } from 'vitest';
import { util } from '../../services/appsync/utils/index.ts';

const { time } = util;
/** A Tuesday, 15:04:05.060. */
const AT = Date.UTC(2024, 0, 2, 15, 4, 5, 60);

describe('formatting with Java patterns', () => {
  test.each([
    ['yyyy-MM-dd HH:mm:ss.SSS', '2024-01-02 15:04:05.060'],
    ['yyMMdd H:m:s Z', '240102 15:4:5 +0000'],
    ['YYYY', '2024'],
    ['EEE, d MMM uuuu', 'Tue, 2 Jan 2024'],
    ['EEEE, MMMM d', 'Tuesday, January 2'],
    ['hh:mm a K k', '03:04 PM 3 15'],
    ["'at' H''m", "at 15'4"],
    ['D DDD Q QQQ G', '2 002 1 Q1 AD'],
    ['X x XX XXX XXXXX ZZZZZ', 'Z +00 Z Z Z Z'],
    ['S SSSSSS n A', '0 060000 60000000 54245060'],
    ['yyyy[-MM[-dd]]', '2024-01-02'],
    ['VV O', 'Z GMT'],
  ])('%s', (pattern, text) => {
    expect(time.epochMilliSecondsToFormatted(AT, pattern)).toBe(text);
  });

  test.each([
    ['yyyy-MM-dd HH:mm XXX', 'Asia/Tokyo', '2024-01-03 00:04 +09:00'],
    ['HH X xx O OOOO', 'Asia/Tokyo', '00 +09 +0900 GMT+9 GMT+09:00'],
    ['HH:mm X', 'Asia/Kolkata', '20:34 +0530'],
    ['HH:mm xxx', '-03:30', '11:34 -03:30'],
    ['VV', 'Asia/Tokyo', 'Asia/Tokyo'],
  ])('%s in %s', (pattern, zone, text) => {
    expect(time.epochMilliSecondsToFormatted(AT, pattern, zone)).toBe(text);
  });

  test('the week-based year may differ from the year of the day', () => {
    const lastOfDecember = Date.UTC(2024, 11, 31);
    expect(time.epochMilliSecondsToFormatted(lastOfDecember, 'YYYY yyyy')).toBe('2025 2024');
  });

  test.each(['z', 'w', 'e', 'F', 'p', 'b'])('the letter %s is rejected by name', (letter) => {
    expect(() => time.nowFormatted(letter)).toThrow(`pattern ${letter} is not supported`);
  });

  test.each(['yyyy]', '{', "a'"])('%s is not a valid pattern', (pattern) => {
    expect(() => time.nowFormatted(pattern)).toThrow(pattern);
  });
});

describe('parsing with Java patterns', () => {
  test.each([
    ['2024-01-02 15:04:05.060', 'yyyy-MM-dd HH:mm:ss.SSS', AT],
    ['2024-1-2 15:4:5', 'yyyy-M-d H:m:s', AT - 60],
    ['2024-01-03 00:04:05+0900', 'yyyy-MM-dd HH:mm:ssZ', AT - 60],
    ['2024-01-03T00:04:05+09:00', "yyyy-MM-dd'T'HH:mm:ssXXX", AT - 60],
    ['Tue, 2 Jan 24 03:04 PM', 'EEE, d MMM yy hh:mm a', AT - 5_060],
    ['2024-002 15', 'yyyy-DDD HH', AT - 245_060],
    ['2024-01-02 15:04', 'yyyy-MM-dd HH:mm[:ss]', AT - 5_060],
    ['2024-02-31 00', 'yyyy-MM-dd HH', Date.UTC(2024, 1, 29)],
  ])('%s as %s', (text, pattern, expected) => {
    expect(time.parseFormattedToEpochMilliSeconds(text, pattern)).toBe(expected);
  });

  test('an offset in the text takes precedence over the zone', () => {
    const read = (text: string, pattern: string) =>
      time.parseFormattedToEpochMilliSeconds(text, pattern, 'Asia/Tokyo');
    expect(read('2024-01-03 00:04', 'yyyy-MM-dd HH:mm')).toBe(AT - 5_060);
    expect(read('2024-01-02 15:04Z', 'yyyy-MM-dd HH:mmX')).toBe(AT - 5_060);
  });

  test.each([
    ['2024-13-02 00', 'yyyy-MM-dd HH'],
    ['2024-01-32 00', 'yyyy-MM-dd HH'],
    ['2024-01-02 24', 'yyyy-MM-dd HH'],
    ['2024-01-02 03', 'yyyy-MM-dd hh'],
    ['2024-01-02 03:00', 'yyyy-MM-dd HH'],
    ['x', 'yyyy-MM-dd HH'],
  ])('%s does not match %s', (text, pattern) => {
    expect(() => time.parseFormattedToEpochMilliSeconds(text, pattern)).toThrow(
      `"${text}" does not follow the format "${pattern}"`,
    );
  });

  test('a text without a date or an hour is rejected by name, since AppSync’s defaults are undocumented', () => {
    expect(() => time.parseFormattedToEpochMilliSeconds('2024-01-02', 'yyyy-MM-dd')).toThrow(
      'without a date and an hour, is not supported',
    );
    expect(() => time.parseFormattedToEpochMilliSeconds('2024', 'YYYY')).toThrow(
      'the pattern YYYY is not supported',
    );
  });
});

test('ISO 8601 is written in UTC and read with an offset', () => {
  expect(time.epochMilliSecondsToISO8601(AT)).toBe('2024-01-02T15:04:05.060Z');
  expect(time.parseISO8601ToEpochMilliSeconds('2024-01-03T00:04:05.060+09:00')).toBe(AT);
  expect(time.epochMilliSecondsToSeconds(AT)).toBe(1704207845);
  expect(() => time.parseISO8601ToEpochMilliSeconds('2024-01-02')).toThrow('2024-01-02');
});
