import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import type { CatalogueKind } from '../../generated/documents.ts';
import type { FetchMore } from '../../parts/list/useMore.ts';
import { useDocumentTitle } from '../../parts/page/useDocumentTitle.ts';
import { StandingButton } from '../../parts/standing/StandingButton.tsx';
import { ConsentWords } from '../../parts/subscription/ConsentNote.tsx';
import { CatalogueBooks } from './CatalogueBooks.tsx';
import type { Entry } from './useCatalogueEntry.ts';

interface CatalogueEntryProps {
  kind: CatalogueKind;
  entry: Entry;
  fetchMore: FetchMore;
}

/** The name, the button for a standing subscription, and the books. */
export function CatalogueEntry({ kind, entry, fetchMore }: CatalogueEntryProps) {
  const t = useTranslations('catalogue');
  const titleId = useId();
  const { id, name, reading, aliases } = entry;
  useDocumentTitle(name);
  return (
    <>
      <header className="catalogue-entry">
        <p className="catalogue-entry__kind">{t(kind === 'SERIES' ? 'series' : 'contributor')}</p>
        <h1 id={titleId} className="page-title" lang="ja">
          {name}
        </h1>
        {reading && (
          <p className="catalogue-entry__names">
            {t('reading')} <span lang="ja">{reading}</span>
          </p>
        )}
        {aliases.length > 0 && (
          <p className="catalogue-entry__names">
            {t('aliases')} <span lang="ja">{aliases.join('、')}</span>
          </p>
        )}
        <StandingButton awaited={{ kind, id, name }} titleId={titleId} />
      </header>
      <section aria-labelledby={`${titleId}books`}>
        <h2 id={`${titleId}books`} className="catalogue-entry__books">
          {t('upcoming')}
        </h2>
        <CatalogueBooks kind={kind} entry={entry} fetchMore={fetchMore} />
        {entry.upcomingBooks.edges.length > 0 && <ConsentWords />}
      </section>
    </>
  );
}
