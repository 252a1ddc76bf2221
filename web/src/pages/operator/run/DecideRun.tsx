import { useMutation } from '@apollo/client/react';
import { type RefObject, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import {
  ApproveRunDocument,
  DiscardRunDocument,
  type IngestDecisionKind,
  type RunViewPartsFragment,
} from '../../../generated/operatorDocuments.ts';
import { Deliberate } from '../parts/Deliberate.tsx';
import { errorTypeOf } from '../parts/errorTypeOf.ts';
import { Moment } from '../parts/Moment.tsx';

type Problem = 'decidedOtherwise' | 'decideFailed';

interface DecideRunProps {
  run: RunViewPartsFragment;
  onDecided: () => void;
}

/** Lets an operator merge or discard a held run, and shows the progress until it is done. */
export function DecideRun({ run, onDecided }: DecideRunProps) {
  const { decide, deciding, problem } = useDecision(run.id, onDecided);
  const outcome = useRef<HTMLDivElement>(null);
  const isOpen = run.state === 'HELD' && run.decision?.state !== 'UNDER_WAY';
  return (
    <div className={run.state === 'HELD' ? 'decide' : undefined}>
      <Progress ref={outcome} run={run} problem={problem} />
      {isOpen && <Choices run={run} {...{ deciding, decide, outcome }} />}
    </div>
  );
}

interface ProgressProps {
  ref: RefObject<HTMLDivElement | null>;
  run: RunViewPartsFragment;
  problem: Problem | null;
}

/** The live region is always present, so that screen readers announce its content. */
function Progress({ ref, run, problem }: ProgressProps) {
  const t = useTranslations('operator.run');
  const { decision, state } = run;
  // A run decided on this page is followed to its end here.
  const [wasHeld] = useState(state === 'HELD');
  return (
    <div ref={ref} role="status" tabIndex={-1}>
      {state === 'HELD' && decision?.state === 'UNDER_WAY' && (
        <p>{decision.kind === 'APPROVE' ? t('approving') : t('discarding')}</p>
      )}
      {state === 'HELD' && decision?.state === 'FAILED' && (
        <p className="run__caution">
          {decision.kind === 'APPROVE' ? t('approveFailed') : t('discardFailed')}{' '}
          <Moment at={decision.at} /> <code>{decision.reason}</code>
        </p>
      )}
      {wasHeld && state === 'MERGED' && <p className="run__done">{t('approved')}</p>}
      {wasHeld && state === 'DISCARDED' && <p className="run__done">{t('discarded')}</p>}
      {problem && <p className="run__caution">{t(problem)}</p>}
    </div>
  );
}

interface ChoicesProps {
  run: RunViewPartsFragment;
  deciding: boolean;
  decide: (kind: IngestDecisionKind) => void;
  outcome: RefObject<HTMLDivElement | null>;
}

function Choices({ run, deciding, decide, outcome }: ChoicesProps) {
  const t = useTranslations('operator.run');
  const { preview } = run;
  const told = preview?.events.reduce((sum, { subscriptions }) => sum + subscriptions, 0) ?? 0;
  return (
    <>
      <p className="decide__lead">{t('decideLead')}</p>
      <div className="decide__choices">
        <Deliberate
          label={t('approve')}
          confirm={t('approveNow')}
          busy={deciding}
          onDecide={() => decide('APPROVE')}
          outcome={outcome}
        >
          <p>
            {preview
              ? t('approveWill', {
                  created: preview.created,
                  changed: preview.changed,
                  rejected: preview.rejected,
                  told,
                })
              : t('approveUnseen')}
          </p>
          <p>{t('approveFinal')}</p>
        </Deliberate>
        <Deliberate
          label={t('discard')}
          confirm={t('discardNow')}
          busy={deciding}
          onDecide={() => decide('DISCARD')}
          outcome={outcome}
        >
          <p>{t('discardWill')}</p>
        </Deliberate>
      </div>
    </>
  );
}

function useDecision(id: string, onDecided: () => void) {
  const [approve, approving] = useMutation(ApproveRunDocument);
  const [discard, discarding] = useMutation(DiscardRunDocument);
  const [problem, setProblem] = useState<Problem | null>(null);

  function decide(kind: IngestDecisionKind): void {
    setProblem(null);
    const deciding = (kind === 'APPROVE' ? approve : discard)({ variables: { id } });
    deciding.then(onDecided, (reason: unknown) => {
      console.error(reason);
      setProblem(errorTypeOf(reason) === 'IngestRunNotHeld' ? 'decidedOtherwise' : 'decideFailed');
      onDecided();
    });
  }

  return { decide, deciding: approving.loading || discarding.loading, problem };
}
