import { useSearchParams } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { type IngestRunState, RunsDocument } from '../../../generated/operatorDocuments.ts';
import { Empty } from '../../../parts/feedback/Empty.tsx';
import { PageTitle } from '../../../parts/page/PageTitle.tsx';
import { PageLinks } from '../parts/PageLinks.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { useWatched } from '../parts/useWatched.ts';
import { WatchedView } from '../parts/WatchedView.tsx';
import { howOften } from './howOften.ts';
import { RunTable } from './RunTable.tsx';

/** The states that an operator looks for; runs in progress come first on the list of all. */
const STATES = ['HELD', 'MERGED', 'REFUSED', 'DISCARDED'] as const;
const isState = (value: string | null): value is IngestRunState =>
  STATES.some((state) => state === value);

/** Ingest runs, newest first, page by page. */
export function RunsPage() {
  const t = useTranslations('operator');
  const [search] = useSearchParams();
  const asked = search.get('state');
  const state = isState(asked) ? asked : null;
  const after = search.get('after');
  return (
    <>
      <PageTitle title={t('runs.title')} />
      <Tabs
        label={t('runs.byState')}
        tabs={[null, ...STATES].map((one) => ({
          key: one ?? 'all',
          to: { search: one ? `?state=${one}` : '' },
          isHere: one === state,
          words: one ? t(`runState.${one}`) : t('runs.all'),
        }))}
      />
      <RunList key={`${state} ${after}`} state={state} after={after} />
    </>
  );
}

function RunList({ state, after }: { state: IngestRunState | null; after: string | null }) {
  const t = useTranslations('operator');
  const seen = useWatched(RunsDocument, { state, first: 20, after }, howOften);
  return (
    <WatchedView seen={seen}>
      {({ ingestRuns: { runs, endCursor } }) => (
        <>
          {runs.length === 0 ? (
            <Empty
              title={state ? t('runs.noneSo') : t('runs.none')}
              note={state ? t('runs.noneSoNote') : t('runs.noneNote')}
            />
          ) : (
            <RunTable runs={runs} label={t('runs.table')} />
          )}
          <PageLinks end={endCursor} />
        </>
      )}
    </WatchedView>
  );
}
