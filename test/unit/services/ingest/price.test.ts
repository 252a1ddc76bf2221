import { describe, expect, it } from 'vitest';
import { parsePrice, parseSetPrice } from '../../../../services/ingest/book/price.ts';

describe('parsePrice and parseSetPrice', () => {
  it.each([
    ['¥6000', 6000],
    ['￥6,000', 6000],
    ['\\6000', 6000],
    ['６０００円', 6000],
    ['0', 0],
  ])('parsePrice reads %s as whole yen', (text, yen) => {
    expect(parsePrice(text)).toBe(yen);
  });

  it.each(['-100', '1600.5', '1,60', '千円', 'abc', '¥', '999999999999'])(
    'parsePrice returns null for %s',
    (text) => {
      expect(parsePrice(text)).toBeNull();
    },
  );

  it('parseSetPrice accepts the number of volumes before the price', () => {
    expect(parseSetPrice('2巻セット¥90000')).toBe(90_000);
    expect(parseSetPrice('全３巻セット￥5000')).toBe(5000);
    expect(parseSetPrice('5000')).toBe(5000);
    expect(parseSetPrice('2巻¥5000')).toBeNull();
  });
});
