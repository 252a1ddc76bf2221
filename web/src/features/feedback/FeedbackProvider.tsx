import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { useTranslations } from 'use-intl/react';

type Say = (message: string) => void;

const SayContext = createContext<Say>(() => {});

/** Says one sentence about what a reader has just done. */
export const useSay = (): Say => useContext(SayContext);

/** Shows the newest such sentence until it is closed or the next one comes. */
export function FeedbackProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('site');
  const [message, setMessage] = useState('');
  const say = useCallback((text: string) => setMessage(text), []);
  return (
    <SayContext value={say}>
      {children}
      <div className="feedback" role="status">
        {message && (
          <div className="feedback__card">
            <p>{message}</p>
            <button type="button" className="plain-button" onClick={() => setMessage('')}>
              {t('close')}
            </button>
          </div>
        )}
      </div>
    </SayContext>
  );
}
