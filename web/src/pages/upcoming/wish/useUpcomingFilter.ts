import { useEffect, useState } from 'react';
import { useLocation, useNavigationType, useSearchParams } from 'react-router';
import { keepWish, recallWish } from './rememberedWish.ts';
import { conditionsOf, NO_WISH, readWish, type UpcomingWish, writeWish } from './upcomingWish.ts';

export interface UpcomingFilter {
  wish: UpcomingWish;
  /** Changes the address, and what is remembered for the next visit. */
  change: (next: Partial<UpcomingWish>) => void;
  /** The address of the last visit's filter, to be gone to first; null when there is none. */
  remembered: string | null;
}

/**
 * Reads the filter from the address bar and writes it there. A condition more or less is a step that the
 * back button undoes; a word typed further is the same step.
 */
export function useUpcomingFilter(): UpcomingFilter {
  const [search, setSearch] = useSearchParams();
  const arrival = useArrival();
  const [remembered] = useState(() => (arrival === 'anew' ? recallWish() : ''));
  const wish = readWish(search);
  const isEmpty = search.size === 0;
  const [wasTaken, setWasTaken] = useState(remembered === '');

  // Whoever then goes to the bare address wants everything, the next time as well.
  useEffect(() => {
    if (!isEmpty) setWasTaken(true);
    else if (wasTaken) keepWish(NO_WISH);
  }, [isEmpty, wasTaken]);

  function change(next: Partial<UpcomingWish>): void {
    const changed = { ...wish, ...next };
    keepWish(changed);
    const isRefined =
      conditionsOf(changed, true).join() === conditionsOf(wish, true).join() &&
      (['text', 'from', 'to', 'priceFrom', 'priceTo'] as const).some((name) => name in next);
    // The list changes below the filter; the page stays where the reader's hands are.
    setSearch(writeWish(changed), { replace: isRefined, state: { stays: true } });
  }

  return { wish, change, remembered: isEmpty && !wasTaken ? remembered : null };
}

/** `anew`: at the bare address by a link or by hand. `back`: what stands there is what was left. */
function useArrival(): 'anew' | 'back' {
  const { key, search } = useLocation();
  const type = useNavigationType();
  if (search !== '') return 'back';
  return type === 'PUSH' || key === 'default' ? 'anew' : 'back';
}
