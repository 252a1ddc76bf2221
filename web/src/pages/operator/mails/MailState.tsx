import { useTranslations } from 'use-intl/react';
import type { OutgoingMailState } from '../../../generated/operatorDocuments.ts';
import { State } from '../runs/RunState.tsx';

/** Where a mail stands, in a word. */
export function MailState({ state }: { state: OutgoingMailState }) {
  const t = useTranslations('operator.mailState');
  const needsCare = state === 'UNCERTAIN' || state === 'FAILED';
  return <State tone={needsCare ? 'care' : state === 'SENT' ? 'good' : 'soft'} word={t(state)} />;
}
