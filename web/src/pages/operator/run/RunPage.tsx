import { Link, useParams } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { RunPageDocument, type RunPageQuery } from '../../../generated/operatorDocuments.ts';
import { Empty } from '../../../parts/feedback/Empty.tsx';
import { useWatched } from '../parts/useWatched.ts';
import { WatchedView } from '../parts/WatchedView.tsx';
import { isUnderWay } from '../runs/isUnderWay.ts';
import { RunView } from './RunView.tsx';

/** One ingest run with everything known about it and the pending decision. */
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

/**
 * Polls often while the run is in progress, occasionally while it is held, and never after that.
 */
function howOften(data: RunPageQuery | undefined): number {
  const run = data?.ingestRun;
  if (!run) return 0;
  if (isUnderWay(run) || run.decision?.state === 'UNDER_WAY') return 2_000;
  if (run.state !== 'HELD') return 0;
  return run.preview ? 15_000 : 3_000;
}
