import { useSearchParams } from 'react-router';
import { useTranslations } from 'use-intl/react';
import {
  MailCountsDocument,
  MailsDocument,
  type OutgoingMailState,
} from '../../../generated/operatorDocuments.ts';
import { Empty } from '../../../parts/feedback/Empty.tsx';
import { PageTitle } from '../../../parts/page/PageTitle.tsx';
import { PageLinks } from '../parts/PageLinks.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { NOW_AND_THEN, useWatched } from '../parts/useWatched.ts';
import { WatchedView } from '../parts/WatchedView.tsx';
import { MailTable } from './MailTable.tsx';
import { countOf, isMailState, MAIL_STATES } from './mailStates.ts';

/** Mails to members by state. Does not show the recipients. */
export function MailsPage() {
  const t = useTranslations('operator');
  const [search] = useSearchParams();
  const asked = search.get('state');
  const state = isMailState(asked) ? asked : 'FAILED';
  const after = search.get('after');
  const counts = useWatched(MailCountsDocument, {}, NOW_AND_THEN).data?.outgoingMailCounts;
  return (
    <>
      <PageTitle title={t('mails.title')} />
      <Tabs
        label={t('mails.byState')}
        tabs={MAIL_STATES.map((one) => ({
          key: one,
          to: { search: `?state=${one}` },
          isHere: one === state,
          words: counts
            ? t('mails.tab', { state: t(`mailState.${one}`), count: countOf(one, counts) })
            : t(`mailState.${one}`),
        }))}
      />
      <p className="soft">{t(`mails.about.${state}`)}</p>
      <MailList key={`${state} ${after}`} state={state} after={after} />
      <p className="soft operator__small">{t('mails.counted')}</p>
    </>
  );
}

function MailList({ state, after }: { state: OutgoingMailState; after: string | null }) {
  const t = useTranslations('operator.mails');
  const seen = useWatched(MailsDocument, { state, first: 20, after }, NOW_AND_THEN);
  return (
    <WatchedView seen={seen}>
      {({ outgoingMails: { mails, endCursor } }) => (
        <>
          {mails.length === 0 ? (
            <Empty title={t('none')} note={t(`noneNote.${state}`)} />
          ) : (
            <MailTable mails={mails} label={t('table')} />
          )}
          <PageLinks end={endCursor} />
        </>
      )}
    </WatchedView>
  );
}
