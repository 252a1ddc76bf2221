import { expect, it } from 'vitest';
import { coverColour } from '../../../../domain/book/coverColour.ts';

it('coverColour returns the same colour for the same label', () => {
  expect(coverColour('架空文庫')).toEqual(coverColour('架空文庫'));
});

it('coverColour spreads a shelf of labels over several colours', () => {
  const labels = [
    '青嵐社',
    '東雲出版',
    '知新社',
    'まほろば出版',
    '灯台社',
    'こぐま舎',
    '光画社',
    '架空書房',
  ];
  const families = new Set(labels.map((label) => Math.floor(coverColour(label).hue / 60)));
  expect(families.size).toBeGreaterThanOrEqual(4);
});
