import { useSyncExternalStore } from 'react';
import type { Day } from '../../../../domain/release/calendar.ts';
import { dayInJapan } from '../../../../domain/release/dayInJapan.ts';

/** The day it is in Japan; a page left open overnight turns to the next day by itself. */
export function useToday(): Day {
  return useSyncExternalStore(watchClock, readToday);
}

function watchClock(onChange: () => void): () => void {
  const timer = setInterval(onChange, 30_000);
  return () => clearInterval(timer);
}

const readToday = () => dayInJapan(new Date());
