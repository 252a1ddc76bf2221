import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { useTranslations } from 'use-intl/react';

/** With `undo`, a button beside the sentence takes back what was done. */
type Say = (message: string, undo?: () => void) => void;

const SayContext = createContext<Say>(() => {});

/** Says one sentence about what a reader has just done. */
export const useSay = (): Say => useContext(SayContext);

/** Shows the newest such sentence until it is closed or the next one comes. */
export function FeedbackProvider({ children }: { children: ReactNode }) {
  const t = useTranslations();
  const [said, setSaid] = useState<{ message: string; undo?: (() => void) | undefined } | null>(
    null,
  );
  const say = useCallback<Say>((message, undo) => setSaid({ message, undo }), []);
  const close = () => setSaid(null);
  return (
    <SayContext value={say}>
      {children}
      <div className="feedback" role="status">
        {said && (
          <div className="feedback__card">
            <p>{said.message}</p>
            {said.undo && <UndoButton undo={said.undo} close={close} />}
            <button type="button" className="plain-button" onClick={close}>
              {t('site.close')}
            </button>
          </div>
        )}
      </div>
    </SayContext>
  );
}

function UndoButton({ undo, close }: { undo: () => void; close: () => void }) {
  const t = useTranslations('my');
  return (
    <button
      type="button"
      className="plain-button"
      onClick={() => {
        close();
        undo();
      }}
    >
      {t('undo')}
    </button>
  );
}
