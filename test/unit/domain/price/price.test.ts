import { describe, expect, it } from 'vitest';
import { formatYen } from '../../../../domain/price/formatYen.ts';
import { priceWithTax } from '../../../../domain/price/priceWithTax.ts';

describe('priceWithTax', () => {
  const none = { price: null, priceWithTax: null, taxRate: null };

  it('priceWithTax prefers what the feed states', () => {
    expect(priceWithTax({ price: 1800, priceWithTax: 1944, taxRate: 10 })).toBe(1944);
    expect(priceWithTax({ ...none, priceWithTax: 1944 })).toBe(1944);
  });

  it('priceWithTax adds the stated tax, or ten percent, and rounds down', () => {
    expect(priceWithTax({ ...none, price: 1999 })).toBe(2198);
    expect(priceWithTax({ ...none, price: 1999, taxRate: 8 })).toBe(2158);
    expect(priceWithTax({ ...none, price: 0 })).toBe(0);
  });

  it('priceWithTax is missing if no price is known', () => {
    expect(priceWithTax(none)).toBeNull();
    const unread = { price: undefined, priceWithTax: undefined, taxRate: 10 };
    expect(priceWithTax<undefined>(unread)).toBeUndefined();
  });
});

it('formatYen groups thousands and writes the unit in the language', () => {
  expect(formatYen(1760, 'ja')).toBe('1,760円');
  expect(formatYen(1234567, 'en')).toBe('¥1,234,567');
});
