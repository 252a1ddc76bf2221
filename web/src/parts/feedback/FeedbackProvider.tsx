import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

/** A message about the reader's last action. */
export interface Said {
  message: string;
  /** A button beside the message. */
  action?: { label: string; run: () => void };
  /** The message is valid until this book is on sale. */
  untilOnSale?: string;
}

type Say = (message: string, more?: Omit<Said, 'message'>) => void;

const SayContext = createContext<Say>(() => {});

const SaidContext = createContext<{ said: Said | null; close: () => void }>({
  said: null,
  close: () => {},
});

/** Shows a message about the reader's last action. */
export const useSay = (): Say => useContext(SayContext);

/** The latest message, until it is closed. */
export const useSaid = () => useContext(SaidContext);

/** Keeps the latest message until it is closed or replaced. */
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
