import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type {
  ExecutionRowPartsFragment,
  RunRowPartsFragment,
} from '../../../generated/operatorDocuments.ts';
import { useToday } from '../../../parts/release/useToday.ts';
import { fileNameOf } from '../parts/fileNameOf.ts';
import { Moment } from '../parts/Moment.tsx';
import { isUnderWay } from '../runs/isUnderWay.ts';
import { ReadingProgress } from '../runs/ReadingProgress.tsx';
import { RunState } from '../runs/RunState.tsx';
import { runAddress } from '../runs/runAddress.ts';
import { meant, runsOf, standingOf } from './todaysRun.ts';

interface TodaysFileProps {
  runs: RunRowPartsFragment[];
  /** The newest ingest executions. */
  executions: ExecutionRowPartsFragment[];
}

/** Few enough that the other answers stay visible. */
const SHOWN = 2;

/** Did today's file come in? With several files, the text is about the newest. */
export function TodaysFile({ runs, executions }: TodaysFileProps) {
  const t = useTranslations('operator.overview');
  const all = runsOf(useToday(), runs);
  const [run] = all;
  if (!run) return <NoneToday last={meant(runs)[0]} />;
  const standing = standingOf(run, executions);
  const isFine = standing === 'MERGED' || standing === 'STAGING' || standing === 'STAGED';
  return (
    <>
      <p className={`answer__words${isFine ? '' : ' answer__words--care'}`}>
        {t(`fileIs.${standing}`)}
      </p>
      {isUnderWay(run) && standing !== 'STOPPED' && <ReadingProgress progress={run.progress} />}
      <ul className="answer__detail">
        {all.slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            <Moment at={one.startedAt} />{' '}
            <Link to={runAddress(one.id)}>{fileNameOf(one.fileName)}</Link> <RunState run={one} />
          </li>
        ))}
      </ul>
      {all.length > SHOWN && (
        <p className="answer__detail">
          <Link to="/operator/runs">{t('moreToday', { count: all.length - SHOWN })}</Link>
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
