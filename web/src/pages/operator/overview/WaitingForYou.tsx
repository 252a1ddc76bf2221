import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type {
  ExecutionsQuery,
  MailCountsQuery,
  RunsQuery,
} from '../../../generated/operatorDocuments.ts';
import { hasFailed } from '../executions/hasFailed.ts';
import { mailsAddress } from '../mails/mailStates.ts';
import { StaleSince } from '../parts/StaleSince.tsx';
import type { Watched } from '../parts/useWatched.ts';
import { runAddress } from '../runs/runAddress.ts';
import { Shown } from './Shown.tsx';

interface WaitingForYouProps {
  held: Watched<RunsQuery>;
  counts: Watched<MailCountsQuery>;
  ingests: Watched<ExecutionsQuery>;
  releases: Watched<ExecutionsQuery>;
}

const DAY_MS = 86_400_000;

/** Is anything waiting for me? Answers no only when everything has loaded. */
export function WaitingForYou({ held, counts, ingests, releases }: WaitingForYouProps) {
  const all = [held, counts, ingests, releases];
  const missing = all.find(({ data }) => data === undefined);
  if (missing) return <Shown<unknown> seen={missing}>{() => null}</Shown>;
  if (!held.data || !counts.data || !ingests.data || !releases.data) return null;
  const { failed, uncertain } = counts.data.outgoingMailCounts;
  return (
    <>
      <Waiting
        runs={held.data.ingestRuns}
        failed={failed}
        uncertain={uncertain}
        ingests={failuresIn(ingests.data)}
        releases={failuresIn(releases.data)}
      />
      <StaleSince failed={all.some((seen) => seen.failed)} since={held.since} />
    </>
  );
}

/** Counts the failures of the last day among the newest executions. */
function failuresIn({ workflowExecutions: { executions } }: ExecutionsQuery): number {
  const since = Date.now() - DAY_MS;
  return executions.filter((one) => hasFailed(one) && Date.parse(one.startedAt) > since).length;
}

interface WaitingProps {
  runs: RunsQuery['ingestRuns'];
  failed: number;
  uncertain: number;
  ingests: number;
  releases: number;
}

function Waiting({ runs, failed, uncertain, ingests, releases }: WaitingProps) {
  const t = useTranslations('operator.overview');
  const [only, ...more] = runs.runs;
  const toRuns = only && more.length === 0 ? runAddress(only.id) : '/operator/runs?state=HELD';
  const things = [
    {
      key: runs.endCursor ? 'heldOrMore' : 'held',
      count: runs.runs.length,
      to: toRuns,
    },
    { key: 'failed', count: failed, to: mailsAddress('FAILED') },
    { key: 'uncertain', count: uncertain, to: mailsAddress('UNCERTAIN') },
    { key: 'ingests', count: ingests, to: '/operator/executions?workflow=INGEST' },
    { key: 'releases', count: releases, to: '/operator/executions?workflow=RELEASE' },
  ] as const;
  const here = things.filter(({ count }) => count > 0);
  if (here.length === 0) return <p className="answer__words">{t('nothingWaits')}</p>;
  return (
    <ul className="waiting">
      {here.map(({ key, count, to }) => (
        <li key={key}>
          <Link to={to}>{t(`waits.${key}`, { count })}</Link>
        </li>
      ))}
    </ul>
  );
}
