import { memo } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { type Day, partsOf, weekdayOf } from '../../../../../domain/release/calendar.ts';
import type { CalendarDayPartsFragment } from '../../../generated/documents.ts';
import { Cover } from '../../../parts/cover/Cover.tsx';
import { addressOfDay } from '../dates/calendarAddress.ts';
import { useSpokenDay } from '../dates/useSpokenDay.ts';

interface DayCellProps {
  day: Day;
  today: Day;
  holiday: string | undefined;
  books: CalendarDayPartsFragment | undefined;
  isLoading: boolean;
  /** Whether the Tab key stops here. */
  isActive: boolean;
  onActive: (day: Day) => void;
}

/** The number of covers that fit side by side in a cell. */
const MOST_COVERS = 3;

/**
 * A day of the table: its number, covers and book count. Re-renders only if one of them changes.
 */
export const DayCell = memo(function DayCell(props: DayCellProps) {
  const { day, today, holiday, books, isLoading, isActive, onActive } = props;
  const spokenDay = useSpokenDay();
  const count = isLoading ? undefined : (books?.bookCount ?? 0);
  const isRest = holiday !== undefined || [0, 6].includes(weekdayOf(day));
  return (
    <td className="month__day" data-rest={isRest || undefined} data-past={day < today || undefined}>
      <Link
        to={addressOfDay(day)}
        className="day-cell"
        data-day={day}
        tabIndex={isActive ? 0 : -1}
        aria-current={day === today ? 'date' : undefined}
        onFocus={() => onActive(day)}
      >
        <span className="unseen">{spokenDay({ day, today, holiday, count })}</span>
        <span className="day-cell__sight" aria-hidden="true">
          <span className="day-cell__head">
            <span className="day-cell__number">{partsOf(day).day}</span>
            <span className="day-cell__holiday">{holiday}</span>
          </span>
          {isLoading && <span className="day-cell__wait" />}
          {books && <Books books={books} />}
        </span>
      </Link>
    </td>
  );
});

function Books({ books: { bookCount, firstBooks } }: { books: CalendarDayPartsFragment }) {
  const t = useTranslations('calendar');
  return (
    <>
      <span className="day-cell__covers">
        {firstBooks.slice(0, MOST_COVERS).map((book) => (
          <Cover key={book.id} book={book} size="card" decorative />
        ))}
      </span>
      <span className="day-cell__count">{t('count', { count: bookCount })}</span>
    </>
  );
}
