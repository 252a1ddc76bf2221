import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type { RunRowPartsFragment } from '../../../generated/operatorDocuments.ts';
import { Count } from '../parts/Count.tsx';
import { fileNameOf } from '../parts/fileNameOf.ts';
import { Moment } from '../parts/Moment.tsx';
import { ScrollTable } from '../parts/ScrollTable.tsx';
import { OUTCOMES } from './Accounting.tsx';
import { isUnderWay } from './isUnderWay.ts';
import { ReadingProgress } from './ReadingProgress.tsx';
import { RunState } from './RunState.tsx';
import { runAddress } from './runAddress.ts';

/** Runs with the outcomes of their records. */
export function RunTable({ runs, label }: { runs: RunRowPartsFragment[]; label: string }) {
  const t = useTranslations('operator');
  return (
    <ScrollTable label={label}>
      <thead>
        <tr>
          <th scope="col">{t('runs.started')}</th>
          <th scope="col">{t('runs.file')}</th>
          <th scope="col">{t('runs.state')}</th>
          <th scope="col" className="figure">
            {t('outcome.records')}
          </th>
          {OUTCOMES.map((outcome) => (
            <th key={outcome} scope="col" className="figure">
              {t(`outcome.${outcome}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </tbody>
    </ScrollTable>
  );
}

function RunRow({ run }: { run: RunRowPartsFragment }) {
  const address = runAddress(run.id);
  return (
    <tr>
      <td>
        <Moment at={run.startedAt} />
      </td>
      <th scope="row">
        <Link to={address}>{fileNameOf(run.fileName)}</Link>
      </th>
      <td>
        <RunState run={run} />
        {isUnderWay(run) && <ReadingProgress progress={run.progress} />}
      </td>
      <td className="figure">
        <Count of={run.records} to={address} />
      </td>
      {OUTCOMES.map((outcome) => (
        <td key={outcome} className="figure">
          <Count of={run[outcome]} to={outcome === 'rejected' ? `${address}#rejects` : address} />
        </td>
      ))}
    </tr>
  );
}
