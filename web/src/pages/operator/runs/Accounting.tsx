import { useTranslations } from 'use-intl/react';
import { Count } from '../parts/Count.tsx';

export interface Figures {
  records: number;
  created: number;
  changed: number;
  unchanged: number;
  held: number;
  rejected: number;
}

/** What can become of a record, in the order in which it is told. */
export const OUTCOMES = ['created', 'changed', 'unchanged', 'held', 'rejected'] as const;

interface AccountingProps {
  figures: Figures;
  /** The page of the run, where the numbers stand elsewhere. */
  run?: string | undefined;
  /** Where its rejected rows stand. */
  rejects?: string | undefined;
}

/** What became of each record: the parts add up to the whole. */
export function Accounting({ figures, run, rejects }: AccountingProps) {
  const t = useTranslations('operator.outcome');
  return (
    <dl className="accounting">
      <div className="accounting__whole">
        <dt>{t('records')}</dt>
        <dd>
          <Count of={figures.records} to={run} />
        </dd>
      </div>
      {OUTCOMES.map((outcome) => (
        <div key={outcome}>
          <dt>{t(outcome)}</dt>
          <dd>
            <Count of={figures[outcome]} to={outcome === 'rejected' ? rejects : run} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
