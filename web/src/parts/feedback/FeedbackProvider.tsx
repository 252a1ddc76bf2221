import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

/** One sentence about what a reader has just done. */
export interface Said {
  message: string;
  /** What can be done about it, at the press of a button beside the sentence. */
  action?: { label: string; run: () => void };
  /** It is true until this book is on sale. */
  untilOnSale?: string;
}

type Say = (message: string, more?: Omit<Said, 'message'>) => void;

const SayContext = createContext<Say>(() => {});

const SaidContext = createContext<{ said: Said | null; close: () => void }>({
  said: null,
  close: () => {},
});

/** Says one sentence about what a reader has just done. */
export const useSay = (): Say => useContext(SayContext);

/** What was said last, until it is closed. */
export const useSaid = () => useContext(SaidContext);

/** Keeps the newest such sentence until it is closed or the next one comes. */
export function FeedbackProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Said | null>(null);
  const say = useCallback<Say>((message, more) => setSaid({ message, ...more }), []);
  const close = useCallback(() => setSaid(null), []);
  const shown = useMemo(() => ({ said, close }), [said, close]);
  return (
    <SayContext value={say}>
      <SaidContext value={shown}>{children}</SaidContext>
    </SayContext>
  );
}
