import { useTranslations } from 'use-intl/react';
import type { RunRowPartsFragment } from '../../../generated/operatorDocuments.ts';
import { useToday } from '../../release/useToday.ts';
import { Moment } from '../parts/Moment.tsx';
import { Accounting } from '../runs/Accounting.tsx';
import { runAddress } from '../runs/runAddress.ts';
import { meant, runsOf } from './todaysRun.ts';

/** What became of each row of today's file, or of the last one before? */
export function RowsAnswer({ runs }: { runs: RunRowPartsFragment[] }) {
  const t = useTranslations('operator.overview');
  const [today] = runsOf(useToday(), runs);
  const run = today ?? meant(runs)[0];
  if (!run) return <p className="answer__detail">{t('noRows')}</p>;
  const address = runAddress(run.id);
  return (
    <>
      {!today && (
        <p className="answer__detail">
          {t('rowsBefore')} <Moment at={run.startedAt} />
        </p>
      )}
      <Accounting figures={run} run={address} rejects={`${address}#rejects`} />
    </>
  );
}
