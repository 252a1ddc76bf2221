import { useTranslations } from 'use-intl/react';
import { MoreButton } from '../../../parts/list/MoreButton.tsx';
import { announcedFor } from './announcedFor.ts';
import { HistoryEntry } from './HistoryEntry.tsx';
import { HistorySkeleton } from './HistorySkeleton.tsx';
import {
  type BookWithHistory,
  type BookHistory as History,
  useBookHistory,
} from './useBookHistory.ts';
import './history.css';

/** The history of a book's date: announced, moved, cancelled, on sale; oldest first. */
export default function BookHistory({
  book,
  headingId,
}: {
  book: BookWithHistory;
  headingId: string;
}) {
  const t = useTranslations('history');
  const history = useBookHistory(book);
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId}>{t('title')}</h2>
      <Entries book={book} history={history} />
    </section>
  );
}

function Entries({ book, history }: { book: BookWithHistory; history: History }) {
  const t = useTranslations();
  const { events, failed, retry, hasMore } = history;
  if (failed) {
    return (
      <div role="alert">
        <p>{t('history.failed')}</p>
        <button type="button" className="plain-button" onClick={retry}>
          {t('failed.retry')}
        </button>
      </div>
    );
  }
  if (!events) return <HistorySkeleton />;
  if (events.length === 0) return <p>{t('history.empty')}</p>;
  const announced = announcedFor(events, book.release, !hasMore);
  const isWithdrawn = !hasMore && events.at(-1)?.kind === 'ON_SALE' && book.status !== 'ON_SALE';
  return (
    <>
      <ol className="history">
        {events.map((event) => (
          <HistoryEntry key={event.seq} event={event} announced={announced} />
        ))}
      </ol>
      {isWithdrawn && <p className="history__after">{t('history.withdrawn')}</p>}
      <MoreButton page={history} label={t('history.more')} />
    </>
  );
}
