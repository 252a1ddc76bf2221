import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { Marking } from './Marking.ts';

/** Null without a search, and until the marking code has loaded. */
export const MarkingContext = createContext<Marking | null>(null);

export const useMarking = (): Marking | null => useContext(MarkingContext);

/** The marking for a search, loaded with the first search. */
export function useMarkingFor(wanted: string): Marking | null {
  const [make, setMake] = useState<{ createMarking: (wanted: string) => Marking }>();
  useEffect(() => {
    if (wanted !== '') import('./createMarking.tsx').then(setMake, console.info);
  }, [wanted]);
  return useMemo(() => (wanted && make ? make.createMarking(wanted) : null), [wanted, make]);
}
