import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl/react';
import type { ExecutionRowPartsFragment } from '../../../generated/operatorDocuments.ts';
import { Moment } from '../parts/Moment.tsx';
import { Reason } from '../parts/Reason.tsx';
import { ScrollTable } from '../parts/ScrollTable.tsx';
import { runAddress } from '../runs/runAddress.ts';
import { ExecutionState } from './ExecutionState.tsx';

interface ExecutionTableProps {
  executions: ExecutionRowPartsFragment[];
  label: string;
}

/** Executions with their outcomes and causes of failure. */
export function ExecutionTable({ executions, label }: ExecutionTableProps) {
  const t = useTranslations('operator.executions');
  return (
    <ScrollTable label={label}>
      <thead>
        <tr>
          <th scope="col">{t('started')}</th>
          <th scope="col" className="figure">
            {t('took')}
          </th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('why')}</th>
        </tr>
      </thead>
      <tbody>
        {executions.map((execution) => (
          <ExecutionRow key={execution.name} execution={execution} />
        ))}
      </tbody>
    </ScrollTable>
  );
}

function ExecutionRow({ execution }: { execution: ExecutionRowPartsFragment }) {
  const { name, status, startedAt, stoppedAt, error, cause, runId } = execution;
  return (
    <tr>
      <td>
        <Moment at={startedAt} seconds />
      </td>
      <td className="figure">{stoppedAt && <Took from={startedAt} to={stoppedAt} />}</td>
      <td>
        <ExecutionState status={status} />
      </td>
      <th scope="row">
        {runId ? <Link to={runAddress(runId)}>{runId}</Link> : <code>{name}</code>}
      </th>
      <td className="wide">
        {error && <strong>{error}</strong>} {cause && <Reason of={cause} />}
      </td>
    </tr>
  );
}

/** A duration: to a tenth of a second below a minute, in minutes above. */
function Took({ from, to }: { from: string; to: string }) {
  const t = useTranslations('operator.executions');
  const format = useFormatter();
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
  if (seconds < 60) {
    return t('seconds', { count: format.number(seconds, { maximumFractionDigits: 1 }) });
  }
  return t('minutes', { count: format.number(Math.round(seconds / 60)) });
}
