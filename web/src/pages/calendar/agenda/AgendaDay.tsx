import { type CSSProperties, memo } from 'react';
import { Link, useHref } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { type Day, partsOf } from '../../../../../domain/release/calendar.ts';
import type { CalendarDayPartsFragment } from '../../../generated/documents.ts';
import { CalendarBook } from '../books/CalendarBook.tsx';
import { addressOfDay } from '../dates/calendarAddress.ts';
import { useDayWords } from '../dates/useDayWords.ts';
import { useSpokenDay } from '../dates/useSpokenDay.ts';

interface AgendaDayProps {
  today: Day;
  holiday: string | undefined;
  books: CalendarDayPartsFragment;
}

/**
 * A day of the agenda: its number in the margin and its first books. Re-renders only if one of them
 * changes.
 */
export const AgendaDay = memo(function AgendaDay({ today, holiday, books }: AgendaDayProps) {
  const t = useTranslations('calendar');
  const words = useDayWords();
  const spokenDay = useSpokenDay();
  const { day, bookCount, firstBooks } = books;
  // For readers of the printed page.
  const address = useHref(addressOfDay(day));
  const more = bookCount - firstBooks.length;
  return (
    <section
      className="agenda__day"
      aria-labelledby={`agenda-${day}`}
      data-place={day}
      style={{ '--lines': firstBooks.length + Number(more > 0) } as CSSProperties}
    >
      <h2 id={`agenda-${day}`} className="agenda__date">
        <Link to={addressOfDay(day)}>
          <span className="unseen">{spokenDay({ day, today, holiday, count: bookCount })}</span>
          <span className="agenda__number" aria-hidden="true">
            {partsOf(day).day}
          </span>
          <span className="agenda__weekday" aria-hidden="true">
            {words.weekdayOf(day)}
          </span>
        </Link>
      </h2>
      <div>
        {holiday && <p className="agenda__holiday">{holiday}</p>}
        <ul>
          {firstBooks.map((book) => (
            <li key={book.id}>
              <CalendarBook book={book} />
            </li>
          ))}
        </ul>
        {more > 0 && (
          <Link className="agenda__more" to={addressOfDay(day)}>
            {t('more', { count: more })}
            <span className="agenda__where" aria-hidden="true">
              {location.host + address}
            </span>
          </Link>
        )}
      </div>
    </section>
  );
});
