import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type {
  ExecutionRowPartsFragment,
  RunRowPartsFragment,
} from '../../../generated/operatorDocuments.ts';
import { useToday } from '../../release/useToday.ts';
import { fileNameOf } from '../fileNameOf.ts';
import { Moment } from '../parts/Moment.tsx';
import { isUnderWay } from '../runs/isUnderWay.ts';
import { ReadingProgress } from '../runs/ReadingProgress.tsx';
import { runAddress } from '../runs/runAddress.ts';
import { meant, runsOf, standingOf } from './todaysRun.ts';

interface TodaysFileProps {
  runs: RunRowPartsFragment[];
  /** The newest of the ingest. */
  executions: ExecutionRowPartsFragment[];
}

/** Did today's file come in? */
export function TodaysFile({ runs, executions }: TodaysFileProps) {
  const t = useTranslations('operator.overview');
  const [run, ...others] = runsOf(useToday(), runs);
  if (!run) return <NoneToday last={meant(runs)[0]} />;
  const standing = standingOf(run, executions);
  const isFine = standing === 'MERGED' || standing === 'STAGING' || standing === 'STAGED';
  return (
    <>
      <p className={`answer__words${isFine ? '' : ' answer__words--care'}`}>
        {t(`fileIs.${standing}`)}
      </p>
      <p className="answer__detail">
        <Moment at={run.startedAt} />{' '}
        <Link to={runAddress(run.id)}>{fileNameOf(run.fileName)}</Link>
      </p>
      {isUnderWay(run) && standing !== 'STOPPED' && <ReadingProgress progress={run.progress} />}
      {others.length > 0 && (
        <p className="answer__detail">
          <Link to="/operator/runs">{t('othersToday', { count: others.length })}</Link>
        </p>
      )}
    </>
  );
}

function NoneToday({ last }: { last: RunRowPartsFragment | undefined }) {
  const t = useTranslations('operator.overview');
  return (
    <>
      <p className="answer__words answer__words--care">{t('fileIs.NONE')}</p>
      <p className="answer__detail">
        {last ? (
          <>
            {t('lastFile')} <Moment at={last.startedAt} />{' '}
            <Link to={runAddress(last.id)}>{fileNameOf(last.fileName)}</Link>
          </>
        ) : (
          t('noFileYet')
        )}
      </p>
    </>
  );
}
