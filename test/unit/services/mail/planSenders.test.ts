import { expect, test } from 'vitest';
import { SHARDS } from '../../../../services/mail/outbox/shards.ts';
import { planSenders } from '../../../../services/mail/sending/planSenders.ts';

test.each([
  [1, 1],
  [4, 1],
  [14, 4],
  [50, 16],
  [9_999, 16],
])('planSenders for a rate of %i mails per second returns %i senders', (rate, senders) => {
  expect(planSenders(rate)).toEqual(
    Array.from({ length: senders }, (_, sender) => ({ sender, senders })),
  );
});

test('planSenders gives all senders the same number of shards, so that they finish together', () => {
  for (let rate = 1; rate < 200; rate += 1) expect(SHARDS % planSenders(rate).length).toBe(0);
});
