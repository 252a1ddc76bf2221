import { type CSSProperties, useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Day } from '../../../../../domain/release/calendar.ts';
import { ListedBook } from '../../../parts/book/ListedBook.tsx';
import { DayHeading } from '../../../parts/release/DayHeading.tsx';
import type { UpcomingBook } from '../books/useUpcomingBooks.ts';
import { groupByAnnounced } from './groupByAnnounced.ts';

/** Upcoming books grouped by the day of their announcement, each with its own date. */
export function AnnouncedSections({ books, today }: { books: UpcomingBook[]; today: Day }) {
  const t = useTranslations('browse');
  const sections = useMemo(() => groupByAnnounced(books), [books]);
  return sections.map(({ day, books }) => (
    <section
      key={day}
      className="release release--listed"
      style={{ '--books': books.length } as CSSProperties}
      aria-labelledby={`announced-${day}`}
    >
      <h2 id={`announced-${day}`} className="release__heading">
        <DayHeading day={day} today={today} />
        <span className="release__kind">{t('announced')}</span>
      </h2>
      <ul className="release__books">
        {books.map((book) => (
          <ListedBook key={book.id} book={book} dated />
        ))}
      </ul>
    </section>
  ));
}
