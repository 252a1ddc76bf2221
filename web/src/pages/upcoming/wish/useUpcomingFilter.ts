import { useEffect, useState } from 'react';
import { useLocation, useNavigationType, useSearchParams } from 'react-router';
import { keepWish, recallWish } from './rememberedWish.ts';
import { conditionsOf, NO_WISH, readWish, type UpcomingWish, writeWish } from './upcomingWish.ts';

export interface UpcomingFilter {
  wish: UpcomingWish;
  /** Changes the address and what is remembered for the next visit. */
  change: (next: Partial<UpcomingWish>) => void;
  /** The address of the last visit's filter, to redirect to; null if there is none. */
  remembered: string | null;
}

/**
 * Stores the filter in the address. Adding or removing a condition is a history step that the back
 * button undoes; editing a text is not.
 */
export function useUpcomingFilter(): UpcomingFilter {
  const [search, setSearch] = useSearchParams();
  const arrival = useArrival();
  const [remembered] = useState(() => (arrival === 'anew' ? recallWish() : ''));
  const wish = readWish(search);
  const isEmpty = search.size === 0;
  const [wasTaken, setWasTaken] = useState(remembered === '');

  // A reader who then opens the bare address wants everything, and next time as well.
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
    // The list changes below the filter, so the page does not scroll.
    setSearch(writeWish(changed), { replace: isRefined, state: { stays: true } });
  }

  return { wish, change, remembered: isEmpty && !wasTaken ? remembered : null };
}

/** `anew`: the bare address was opened by a link or typed. `back`: it was returned to. */
function useArrival(): 'anew' | 'back' {
  const { key, search } = useLocation();
  const type = useNavigationType();
  if (search !== '') return 'back';
  return type === 'PUSH' || key === 'default' ? 'anew' : 'back';
}
