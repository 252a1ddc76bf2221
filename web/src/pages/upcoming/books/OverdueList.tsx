import { useTranslations } from 'use-intl/react';
import type { Day } from '../../../../../domain/release/calendar.ts';
import type { UpcomingBooksFilter } from '../../../generated/documents.ts';
import { BookCard } from '../../../parts/book/BookCard.tsx';
import { Failure } from '../../../parts/feedback/Failure.tsx';
import { ListSkeleton } from '../../../parts/feedback/ListSkeleton.tsx';
import { MoreButton } from '../../../parts/list/MoreButton.tsx';
import { useUpcomingBooks } from './useUpcomingBooks.ts';

/** Queries books that may have been due before today, and keeps those that were. */
export function OverdueList({ filter, today }: { filter: UpcomingBooksFilter; today: Day }) {
  const t = useTranslations('upcoming');
  const page = useUpcomingBooks({ filter });
  if (page.failed && !page.books) return <Failure onRetry={page.retry} />;
  if (!page.books) return <ListSkeleton />;
  const overdue = page.books.filter(({ release }) => release.latest && release.latest < today);
  return (
    <div className="overdue__books">
      <p className="release__note">
        {overdue.length > 0 || page.hasMore ? t('overdueNote') : t('overdueEmpty')}
      </p>
      <ul>
        {overdue.map((book) => (
          <li key={book.id}>
            <BookCard book={book} heading="h2" dated />
          </li>
        ))}
      </ul>
      <MoreButton page={page} label={t('more')} />
    </div>
  );
}
