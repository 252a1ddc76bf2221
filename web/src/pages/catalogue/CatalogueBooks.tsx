import { useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import type { CatalogueKind } from '../../generated/documents.ts';
import { ListedBook } from '../../parts/book/ListedBook.tsx';
import { Empty } from '../../parts/feedback/Empty.tsx';
import { MoreButton } from '../../parts/list/MoreButton.tsx';
import { useLoadingAhead } from '../../parts/list/useLoadingAhead.ts';
import { type FetchMore, useMore } from '../../parts/list/useMore.ts';
import { useReturning } from '../../parts/list/useReturning.ts';
import { useStanding } from '../../parts/standing/useStanding.ts';
import type { Entry } from './useCatalogueEntry.ts';

interface CatalogueBooksProps {
  kind: CatalogueKind;
  entry: Entry;
  fetchMore: FetchMore;
}

/** Pages after the first are larger. */
const NEXT = 60;

/** The upcoming books, loaded as the reader scrolls. */
export function CatalogueBooks({ kind, entry, fetchMore }: CatalogueBooksProps) {
  const t = useTranslations('catalogue');
  const { edges, pageInfo } = entry.upcomingBooks;
  const end = useRef<HTMLDivElement>(null);
  const { more, ...rest } = useMore(pageInfo, fetchMore);
  const page = {
    ...rest,
    list: entry.id,
    // The same object for the same answer, so that no page is requested twice.
    books: edges,
    isStale: false,
    more: (count = NEXT) => more(count),
  };
  const goOn = useLoadingAhead(page, end);
  useReturning(page);
  if (edges.length === 0) return <NothingYet kind={kind} id={entry.id} />;
  return (
    <div className="catalogue-books">
      <ul>
        {edges.map(({ node }) => (
          <ListedBook key={node.id} book={node} dated />
        ))}
      </ul>
      <div ref={end}>
        <MoreButton page={{ ...page, more: goOn }} label={t('more')} end={t('end')} />
      </div>
    </div>
  );
}

/** Says that there is no book yet, and offers to subscribe to the next. */
function NothingYet({ kind, id }: { kind: CatalogueKind; id: string }) {
  const t = useTranslations('catalogue');
  const isAwaited = Boolean(useStanding(kind, id));
  return <Empty title={t('empty')} note={t(isAwaited ? 'emptyAwaited' : 'emptyNote')} />;
}
