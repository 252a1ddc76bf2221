import { Link, useParams } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { RunPageDocument, type RunPageQuery } from '../../../generated/operatorDocuments.ts';
import { Empty } from '../../../parts/feedback/Empty.tsx';
import { useWatched } from '../parts/useWatched.ts';
import { WatchedView } from '../parts/WatchedView.tsx';
import { isUnderWay } from '../runs/isUnderWay.ts';
import { RunView } from './RunView.tsx';

/** One run of the ingest, with all that is known of it and what is to be decided. */
export function RunPage() {
  const t = useTranslations('operator.run');
  const { id = '' } = useParams();
  const seen = useWatched(RunPageDocument, { id }, howOften);
  return (
    <WatchedView seen={seen}>
      {({ ingestRun }) =>
        ingestRun ? (
          <RunView run={ingestRun} onDecided={seen.retry} />
        ) : (
          <Empty title={t('missing')} note={t('missingNote')}>
            <Link to="/operator/runs">{t('toRuns')}</Link>
          </Empty>
        )
      }
    </WatchedView>
  );
}

/** Often while the run goes on, now and then while somebody may decide on it, and never after that. */
function howOften(data: RunPageQuery | undefined): number {
  const run = data?.ingestRun;
  if (!run) return 0;
  if (isUnderWay(run) || run.decision?.state === 'UNDER_WAY') return 2_000;
  if (run.state !== 'HELD') return 0;
  return run.preview ? 15_000 : 3_000;
}
