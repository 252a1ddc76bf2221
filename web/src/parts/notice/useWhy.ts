import { useEffect, useState } from 'react';
import type { ReasonPartsFragment } from '../../generated/documents.ts';
import { useLive } from '../../stage/LiveContext.ts';

/** Why the member hears of this book; empty until it is known. */
export function useWhy(bookId: string): readonly ReasonPartsFragment[] {
  const live = useLive();
  const [why, setWhy] = useState<readonly ReasonPartsFragment[]>([]);
  useEffect(() => {
    live?.reasonsFor(bookId).then(setWhy, console.info);
  }, [live, bookId]);
  return why;
}
