import { useEffect, useState } from 'react';
import type { CatalogueKind } from '../../generated/documents.ts';
import { useLive } from '../../live/LiveContext.ts';

export interface StandingReason {
  kind: CatalogueKind;
  name: string;
}

/** For whom or which series the member waits who hears of this book; null where they asked for the book itself. */
export function useWhy(bookId: string): StandingReason | null {
  const live = useLive();
  const [why, setWhy] = useState<StandingReason | null>(null);
  useEffect(() => {
    live?.reasonsFor(bookId).then((reasons) => {
      const isAskedFor = reasons.some(({ kind }) => kind === 'BOOK');
      const [first] = isAskedFor ? [] : reasons;
      setWhy(first && first.kind !== 'BOOK' ? { kind: first.kind, name: first.name } : null);
    }, console.info);
  }, [live, bookId]);
  return why;
}
