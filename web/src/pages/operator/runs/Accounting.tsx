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

/** The outcomes of a record, in display order. */
export const OUTCOMES = ['created', 'changed', 'unchanged', 'held', 'rejected'] as const;

interface AccountingProps {
  figures: Figures;
  /** The run's page, if the numbers are shown elsewhere. */
  run?: string | undefined;
  /** The address of its rejects. */
  rejects?: string | undefined;
}

/** The number of records per outcome; they add up to the total. */
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
