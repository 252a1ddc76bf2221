import { useSearchParams } from 'react-router';
import { useTranslations } from 'use-intl/react';
import {
  ExecutionsDocument,
  type ExecutionsQuery,
  type Workflow,
} from '../../../generated/operatorDocuments.ts';
import { Empty } from '../../../parts/feedback/Empty.tsx';
import { PageTitle } from '../../../parts/page/PageTitle.tsx';
import { PageLinks } from '../parts/PageLinks.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { useWatched } from '../parts/useWatched.ts';
import { WatchedView } from '../parts/WatchedView.tsx';
import { ExecutionTable } from './ExecutionTable.tsx';

const WORKFLOWS = ['INGEST', 'RELEASE'] as const;

/** The executions of the two workflows, newest first. */
export function ExecutionsPage() {
  const t = useTranslations('operator.executions');
  const [search] = useSearchParams();
  const after = search.get('after');
  const workflow = search.get('workflow') === 'RELEASE' ? 'RELEASE' : 'INGEST';
  return (
    <>
      <PageTitle title={t('title')} />
      <Tabs
        label={t('byWorkflow')}
        tabs={WORKFLOWS.map((one) => ({
          key: one,
          to: { search: `?workflow=${one}` },
          isHere: one === workflow,
          words: t(`workflow.${one}`),
        }))}
      />
      <p className="soft">{t(`about.${workflow}`)}</p>
      <ExecutionList key={`${workflow} ${after}`} workflow={workflow} after={after} />
    </>
  );
}

function ExecutionList({ workflow, after }: { workflow: Workflow; after: string | null }) {
  const t = useTranslations('operator.executions');
  const seen = useWatched(ExecutionsDocument, { workflow, first: 20, after }, howOften);
  return (
    <WatchedView seen={seen}>
      {({ workflowExecutions: { executions, endCursor } }) => (
        <>
          {executions.length === 0 ? (
            <Empty title={t('none')} note={t('noneNote')} />
          ) : (
            <ExecutionTable executions={executions} label={t('table')} />
          )}
          <PageLinks end={endCursor} />
        </>
      )}
    </WatchedView>
  );
}

/** Polls more often while one is running. */
const howOften = (data: ExecutionsQuery | undefined) =>
  data?.workflowExecutions.executions.some(({ status }) => status === 'RUNNING') ? 5_000 : 30_000;
