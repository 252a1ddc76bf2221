import { useSearchParams } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { CATALOGUE_KINDS, type CatalogueKind } from '../../../../../domain/waiting/kinds.ts';
import { JoinsDocument } from '../../../generated/operatorDocuments.ts';
import { Empty } from '../../../parts/feedback/Empty.tsx';
import { PageTitle } from '../../../parts/page/PageTitle.tsx';
import { PageLinks } from '../parts/PageLinks.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { NOW_AND_THEN, useWatched } from '../parts/useWatched.ts';
import { WatchedView } from '../parts/WatchedView.tsx';
import { JoinForm } from './JoinForm.tsx';
import { JoinTable } from './JoinTable.tsx';
import './joins.css';

/** Contributors or series known under two names: joins them, lists the joins, separates them. */
export function JoinsPage() {
  const t = useTranslations('operator.joins');
  const [search] = useSearchParams();
  const kind = search.get('kind') === 'SERIES' ? 'SERIES' : 'CONTRIBUTOR';
  const after = search.get('after');
  return (
    <>
      <PageTitle title={t('title')} />
      <Tabs
        label={t('byKind')}
        tabs={CATALOGUE_KINDS.map((one) => ({
          key: one,
          to: { search: `?kind=${one}` },
          isHere: one === kind,
          words: t(`kind.${one}`),
        }))}
      />
      <p className="soft">{t('about')}</p>
      <Joins key={`${kind} ${after}`} kind={kind} after={after} />
    </>
  );
}

function Joins({ kind, after }: { kind: CatalogueKind; after: string | null }) {
  const t = useTranslations('operator.joins');
  const seen = useWatched(JoinsDocument, { kind, first: 20, after }, NOW_AND_THEN);
  return (
    <>
      <JoinForm kind={kind} onJoined={seen.retry} />
      <WatchedView seen={seen}>
        {({ catalogueJoins: { joins, endCursor } }) => (
          <>
            {joins.length === 0 ? (
              <Empty title={t('none')} note={t('noneNote')} />
            ) : (
              <JoinTable joins={joins} />
            )}
            <PageLinks end={endCursor} />
          </>
        )}
      </WatchedView>
    </>
  );
}
