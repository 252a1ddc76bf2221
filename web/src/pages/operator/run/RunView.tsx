import { useTranslations } from 'use-intl/react';
import type { RunViewPartsFragment } from '../../../generated/operatorDocuments.ts';
import { PageTitle } from '../../../parts/page/PageTitle.tsx';
import { fileNameOf } from '../parts/fileNameOf.ts';
import { Reason } from '../parts/Reason.tsx';
import { Accounting } from '../runs/Accounting.tsx';
import { isUnderWay } from '../runs/isUnderWay.ts';
import { ReadingProgress } from '../runs/ReadingProgress.tsx';
import { RunState } from '../runs/RunState.tsx';
import { DecideRun } from './DecideRun.tsx';
import { RunFacts } from './RunFacts.tsx';
import { RunNotes } from './RunNotes.tsx';
import { RunPreview } from './RunPreview.tsx';
import { Rejects } from './rejects/Rejects.tsx';

interface RunViewProps {
  run: RunViewPartsFragment;
  /** Refreshes the run after a decision. */
  onDecided: () => void;
}

/** The content of a run's page. */
export function RunView({ run, onDecided }: RunViewProps) {
  const t = useTranslations('operator.run');
  return (
    <article className="run">
      <PageTitle title={fileNameOf(run.fileName)} />
      <p className="run__state">
        <RunState run={run} />
        {isUnderWay(run) && <ReadingProgress progress={run.progress} />}
      </p>
      {run.reason && (
        <p className="run__reason">
          <Reason of={run.reason} />
        </p>
      )}
      <DecideRun run={run} onDecided={onDecided} />
      <section aria-labelledby="run-accounting">
        <h2 id="run-accounting">{t('accounting')}</h2>
        <Accounting figures={run} rejects="#rejects" />
      </section>
      <RunPreview run={run} />
      {run.notes && <RunNotes notes={run.notes} />}
      {run.rejected > 0 && <Rejects run={run} />}
      <RunFacts run={run} />
    </article>
  );
}
