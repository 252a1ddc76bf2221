import { useSearchParams } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl/react';
import {
  type RejectPartsFragment,
  RejectsDocument,
  type RunViewPartsFragment,
} from '../../../../generated/operatorDocuments.ts';
import { LoadFailed } from '../../parts/LoadFailed.tsx';
import { PageLinks } from '../../parts/PageLinks.tsx';
import { Reason } from '../../parts/Reason.tsx';
import { TableSkeleton } from '../../parts/TableSkeleton.tsx';
import { ONCE, useWatched } from '../../parts/useWatched.ts';
import { RejectsDownload } from './RejectsDownload.tsx';

/** The rejects of a run, page by page or as one file. */
export function Rejects({ run }: { run: RunViewPartsFragment }) {
  const t = useTranslations('operator.run');
  const [search] = useSearchParams();
  const after = search.get('rejects');
  return (
    <section id="rejects" tabIndex={-1} aria-labelledby="run-rejects">
      <h2 id="run-rejects">{t('rejects', { count: run.rejected })}</h2>
      <RejectsDownload id={run.id} fileName={run.fileName} count={run.rejected} />
      <RejectList key={after} id={run.id} after={after} />
    </section>
  );
}

function RejectList({ id, after }: { id: string; after: string | null }) {
  const { data, failed, retry } = useWatched(RejectsDocument, { id, first: 20, after }, ONCE);
  const page = data?.ingestRun?.rejects;
  if (!page) return failed ? <LoadFailed onRetry={retry} /> : <TableSkeleton />;
  return (
    <>
      <ul className="rejects">
        {page.rejects.map((reject) => (
          <li key={reject.record}>
            <Reject reject={reject} />
          </li>
        ))}
      </ul>
      <PageLinks name="rejects" hash="#rejects" end={page.endCursor} />
    </>
  );
}

/** Rows are cut to this length, so that a page of them stays readable. */
const SHOWN = 300;

function Reject({ reject }: { reject: RejectPartsFragment }) {
  const t = useTranslations('operator.run');
  const format = useFormatter();
  const { line, column, reason, reasonCode, raw } = reject;
  return (
    <>
      <p className="reject__place">
        {t('line', { line: format.number(line) })}
        {column && <strong> {column}</strong>} <code className="soft">{reasonCode}</code>
      </p>
      <p>
        <Reason of={reason} withoutPlace />
      </p>
      <code className="reject__raw">{raw.length <= SHOWN ? raw : `${raw.slice(0, SHOWN)}…`}</code>
      {raw.length > SHOWN && (
        <details className="mending">
          <summary>{t('wholeRow')}</summary>
          <code className="reject__raw">{raw}</code>
        </details>
      )}
    </>
  );
}
