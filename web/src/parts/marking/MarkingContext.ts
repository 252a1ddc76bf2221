import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { BookCardPartsFragment } from '../../generated/documents.ts';

/** Shows where on a card stands what was looked for. */
export interface Marking {
  mark: (text: string) => ReactNode;
  /** What the card does not say otherwise and the book was found by. */
  foundBy: (book: BookCardPartsFragment) => ReactNode;
}

/** Null where nothing is looked for, and until it has arrived. */
export const MarkingContext = createContext<Marking | null>(null);

export const useMarking = (): Marking | null => useContext(MarkingContext);

/** The marking for what is looked for, which is loaded with the first search. */
export function useMarkingFor(wanted: string): Marking | null {
  const [make, setMake] = useState<{ createMarking: (wanted: string) => Marking }>();
  useEffect(() => {
    if (wanted !== '') import('./createMarking.tsx').then(setMake, console.info);
  }, [wanted]);
  return useMemo(() => (wanted && make ? make.createMarking(wanted) : null), [wanted, make]);
}
