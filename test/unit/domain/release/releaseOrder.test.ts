import { expect, it } from 'vitest';
import { fromDigits, releaseOrder } from '../../../../domain/release/releaseOrder.ts';

it.each([
  ['2026-12-01', '2026-12-31', '2026120120261231'],
  ['2026-12-01', null, '2026120199999999'],
  [null, '2026-12-31', '2026123120261231'],
  [null, null, '9999999999999999'],
])('releaseOrder places %s to %s at %s', (earliest, latest, order) => {
  expect(releaseOrder({ earliest, latest })).toBe(order);
  expect(fromDigits(order.slice(8))).toBe(latest);
});
