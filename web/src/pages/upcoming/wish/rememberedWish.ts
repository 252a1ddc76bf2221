import { lasting } from '../../../lib/browserMemory.ts';
import { readWish, type UpcomingWish, writeWish } from './upcomingWish.ts';

const KEY = 'upcoming.filter';

/**
 * Returns the reader's last filter as an address; empty if there was none. Search words and days
 * belong to one search and are not stored.
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
