import { expect, it } from 'vitest';
import { coverColour } from '../../../../domain/book/coverColour.ts';

it('a label always gets the same colour', () => {
  expect(coverColour('架空文庫')).toEqual(coverColour('架空文庫'));
});

it('a shelf of labels is not all of one colour', () => {
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
