import { useTranslations } from 'use-intl/react';
import type { RunRowPartsFragment } from '../../../generated/operatorDocuments.ts';
import { useToday } from '../../../parts/release/useToday.ts';
import { fileNameOf } from '../parts/fileNameOf.ts';
import { Moment } from '../parts/Moment.tsx';
import { Accounting } from '../runs/Accounting.tsx';
import { runAddress } from '../runs/runAddress.ts';
import { meant, runsOf } from './todaysRun.ts';

/** What became of each row of today's file, or of the last file before it? */
export function RowsAnswer({ runs }: { runs: RunRowPartsFragment[] }) {
  const t = useTranslations('operator.overview');
  // A refused file has no rows.
  const read = meant(runs).filter(({ records }) => records > 0);
  const [today] = runsOf(useToday(), read);
  const run = today ?? read[0];
  if (!run) return <p className="answer__detail">{t('noRows')}</p>;
  const address = runAddress(run.id);
  return (
    <>
      <p className="answer__detail">
        {!today && t('lastFile')} <Moment at={run.startedAt} /> {fileNameOf(run.fileName)}
      </p>
      <Accounting figures={run} run={address} rejects={`${address}#rejects`} />
    </>
  );
}
