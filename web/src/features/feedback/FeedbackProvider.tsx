import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { useTranslations } from 'use-intl/react';

/** What can be done about it, at the press of a button beside the sentence. */
interface FeedbackAction {
  label: string;
  run: () => void;
}

type Say = (message: string, action?: FeedbackAction) => void;

const SayContext = createContext<Say>(() => {});

/** Says one sentence about what a reader has just done. */
export const useSay = (): Say => useContext(SayContext);

/** Shows the newest such sentence until it is closed or the next one comes. */
export function FeedbackProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('site');
  const [said, setSaid] = useState<{ message: string; action?: FeedbackAction | undefined } | null>(
    null,
  );
  const say = useCallback<Say>((message, action) => setSaid({ message, action }), []);
  const close = () => setSaid(null);

  function act() {
    close();
    said?.action?.run();
  }

  return (
    <SayContext value={say}>
      {children}
      <div className="feedback" role="status">
        {said && (
          <div className="feedback__card">
            <p>{said.message}</p>
            {said.action && (
              <button type="button" className="plain-button" onClick={act}>
                {said.action.label}
              </button>
            )}
            <button type="button" className="plain-button" onClick={close}>
              {t('close')}
            </button>
          </div>
        )}
      </div>
    </SayContext>
  );
}
