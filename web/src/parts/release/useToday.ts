import { useSyncExternalStore } from 'react';
import type { Day } from '../../../../domain/release/calendar.ts';
import { dayInJapan } from '../../../../domain/release/dayInJapan.ts';

/** The current day in Japan; updates by itself at midnight. */
export function useToday(): Day {
  return useSyncExternalStore(watchClock, readToday);
}

function watchClock(onChange: () => void): () => void {
  const timer = setInterval(onChange, 30_000);
  return () => clearInterval(timer);
}

const readToday = () => dayInJapan(new Date());
