import { useTranslations } from 'use-intl/react';
import type { OutgoingMailState } from '../../../generated/operatorDocuments.ts';
import { State } from '../runs/RunState.tsx';

/** The state of a mail, in words. */
export function MailState({ state }: { state: OutgoingMailState }) {
  const t = useTranslations('operator.mailState');
  const needsCare = state === 'UNCERTAIN' || state === 'FAILED';
  return <State tone={needsCare ? 'care' : state === 'SENT' ? 'good' : 'soft'} word={t(state)} />;
}
