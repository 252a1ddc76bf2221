import { useTranslations } from 'use-intl/react';
import type { IngestRunState, RunRowPartsFragment } from '../../../generated/operatorDocuments.ts';

type Tone = 'good' | 'care' | 'soft';

const tones: { [state in IngestRunState]: Tone } = {
  STAGING: 'soft',
  STAGED: 'soft',
  HELD: 'care',
  MERGED: 'good',
  REFUSED: 'care',
  DISCARDED: 'soft',
};

type Standing = Pick<RunRowPartsFragment, 'state' | 'reasonCode'>;

/** The state of a run, in words; the icon only repeats it. */
export function RunState({ run }: { run: Standing }) {
  const t = useTranslations('operator.runState');
  const wasTried = run.state === 'DISCARDED' && run.reasonCode === 'dry-run';
  return <State tone={tones[run.state]} word={wasTried ? t('TRIED') : t(run.state)} />;
}

/** A state in words with its icon. */
export function State({ tone, word }: { tone: Tone; word: string }) {
  return <span className={`state state--${tone}`}>{word}</span>;
}
