import { lasting } from '../../../lib/browserMemory.ts';
import { readWish, type UpcomingWish, writeWish } from './upcomingWish.ts';

const KEY = 'upcoming.filter';

/**
 * What a reader chose the last time, as an address; empty when that was nothing. Words and days belong
 * to one question and are not kept; the rest is what somebody reads.
 */
export function recallWish(): string {
  return writeWish(
    lastingPartOf(readWish(new URLSearchParams(lasting.recall(KEY) ?? ''))),
  ).toString();
}

export function keepWish(wish: UpcomingWish): void {
  const written = writeWish(lastingPartOf(wish)).toString();
  if (written === '') lasting.forget(KEY);
  else lasting.keep(KEY, written);
}

function lastingPartOf(wish: UpcomingWish): UpcomingWish {
  return { ...wish, text: '', from: '', to: '' };
}
