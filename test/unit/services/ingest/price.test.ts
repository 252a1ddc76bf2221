import { describe, expect, it } from 'vitest';
import { parsePrice, parseSetPrice } from '../../../../services/ingest/book/price.ts';

describe('a price', () => {
  it.each([
    ['¥6000', 6000],
    ['￥6,000', 6000],
    ['\\6000', 6000],
    ['６０００円', 6000],
    ['0', 0],
  ])('%s is whole yen', (text, yen) => {
    expect(parsePrice(text)).toBe(yen);
  });

  it.each(['-100', '1600.5', '1,60', '千円', 'abc', '¥', '999999999999'])('%s is none', (text) => {
    expect(parsePrice(text)).toBeNull();
  });

  it('of a set may say how many volumes there are', () => {
    expect(parseSetPrice('2巻セット¥90000')).toBe(90_000);
    expect(parseSetPrice('全３巻セット￥5000')).toBe(5000);
    expect(parseSetPrice('5000')).toBe(5000);
    expect(parseSetPrice('2巻¥5000')).toBeNull();
  });
});
