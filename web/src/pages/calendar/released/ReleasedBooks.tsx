import { useTranslations } from 'use-intl/react';
import { BookCard } from '../../../parts/book/BookCard.tsx';
import { StatusNote } from '../../../parts/book/StatusNote.tsx';
import { Empty } from '../../../parts/feedback/Empty.tsx';
import { Failure } from '../../../parts/feedback/Failure.tsx';
import { ListSkeleton } from '../../../parts/feedback/ListSkeleton.tsx';
import { Stale } from '../../../parts/feedback/Stale.tsx';
import { MoreButton } from '../../../parts/list/MoreButton.tsx';
import { ConsentNote } from '../../../parts/subscription/ConsentNote.tsx';
import type { Stretch } from '../dates/calendarAddress.ts';
import { useBooksByRelease } from './useBooksByRelease.ts';

interface ReleasedBooksProps {
  release: Stretch;
  empty: { title: string; note: string };
}

/** The books of one release, with a button to load more. */
export function ReleasedBooks({ release, empty }: ReleasedBooksProps) {
  const t = useTranslations();
  const page = useBooksByRelease(release);
  if (page.failed) return <Failure onRetry={page.retry} />;
  if (!page.books) return <ListSkeleton />;
  if (page.books.length === 0) return <Empty title={empty.title} note={empty.note} />;
  return (
    <>
      <Stale words={page.isStale && t('calendar.stale')} onRetry={page.retry} />
      <ConsentNote />
      <ul className="released">
        {page.books.map((book) => (
          <li key={book.id}>
            <BookCard
              book={book}
              heading="h2"
              note={<StatusNote status={book.status} release={book.release} />}
            />
          </li>
        ))}
      </ul>
      <MoreButton page={page} label={t('upcoming.more')} end={t('upcoming.end')} />
    </>
  );
}
