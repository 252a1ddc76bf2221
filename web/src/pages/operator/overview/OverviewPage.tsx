import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import {
  ExecutionsDocument,
  MailCountsDocument,
  MailHoursDocument,
  RunsDocument,
} from '../../../generated/operatorDocuments.ts';
import { PageTitle } from '../../../parts/page/PageTitle.tsx';
import { NOW_AND_THEN, useWatched } from '../parts/useWatched.ts';
import { howOften } from '../runs/howOften.ts';
import { RunTable } from '../runs/RunTable.tsx';
import { Answer } from './Answer.tsx';
import { HowToIngest } from './HowToIngest.tsx';
import { MailsAnswer } from './MailsAnswer.tsx';
import { MailsPlot } from './MailsPlot.tsx';
import { RowsAnswer } from './RowsAnswer.tsx';
import { RowsPlot } from './RowsPlot.tsx';
import { Shown } from './Shown.tsx';
import { TodaysFile } from './TodaysFile.tsx';
import { WaitingForYou } from './WaitingForYou.tsx';

const HOURS = 24;
const newest = { first: 20, after: null };

/**
 * The operator's first questions: did today's file come in, what became of each row, did every mail
 * leave, is anything waiting for me?
 */
export function OverviewPage() {
  const t = useTranslations('operator.overview');
  const runs = useWatched(RunsDocument, { ...newest, state: null }, howOften);
  const held = useWatched(RunsDocument, { ...newest, state: 'HELD' }, NOW_AND_THEN);
  const counts = useWatched(MailCountsDocument, {}, NOW_AND_THEN);
  const hours = useWatched(MailHoursDocument, { hours: HOURS }, NOW_AND_THEN);
  const ingests = useWatched(ExecutionsDocument, { ...newest, workflow: 'INGEST' }, NOW_AND_THEN);
  const releases = useWatched(ExecutionsDocument, { ...newest, workflow: 'RELEASE' }, NOW_AND_THEN);
  return (
    <>
      <PageTitle title={t('title')} />
      <div className="answers">
        <Answer title={t('file')}>
          <Shown seen={runs}>
            {({ ingestRuns }) => (
              <TodaysFile
                runs={ingestRuns.runs}
                executions={ingests.data?.workflowExecutions.executions ?? []}
              />
            )}
          </Shown>
        </Answer>
        <Answer title={t('waiting')}>
          <WaitingForYou held={held} counts={counts} ingests={ingests} releases={releases} />
        </Answer>
        <Answer title={t('rows')}>
          <Shown seen={runs}>{({ ingestRuns }) => <RowsAnswer runs={ingestRuns.runs} />}</Shown>
        </Answer>
        <Answer title={t('mails')}>
          <Shown seen={counts}>
            {({ outgoingMailCounts }) => <MailsAnswer counts={outgoingMailCounts} />}
          </Shown>
        </Answer>
      </div>
      <Shown seen={runs}>
        {({ ingestRuns }) => ingestRuns.runs.length > 0 && <RowsPlot runs={ingestRuns.runs} />}
      </Shown>
      <Shown seen={hours}>
        {({ outgoingMailsPerHour }) => <MailsPlot hours={outgoingMailsPerHour} back={HOURS} />}
      </Shown>
      {runs.data && runs.data.ingestRuns.runs.length > 0 && (
        <section aria-labelledby="newest-runs">
          <h2 id="newest-runs">{t('newestRuns')}</h2>
          <RunTable runs={runs.data.ingestRuns.runs.slice(0, 5)} label={t('runsTable')} />
          <p>
            <Link className="operator__way" to="/operator/runs">
              {t('allRuns')}
            </Link>
          </p>
        </section>
      )}
      <HowToIngest />
    </>
  );
}
