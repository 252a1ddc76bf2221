import { useEffect, useState } from 'react';
import type { ReasonPartsFragment } from '../../generated/documents.ts';
import { useLive } from '../../stage/LiveContext.ts';

/** The reasons for this book's notice; empty until loaded. */
export function useWhy(bookId: string): readonly ReasonPartsFragment[] {
  const live = useLive();
  const [why, setWhy] = useState<readonly ReasonPartsFragment[]>([]);
  useEffect(() => {
    live?.reasonsFor(bookId).then(setWhy, console.info);
  }, [live, bookId]);
  return why;
}
