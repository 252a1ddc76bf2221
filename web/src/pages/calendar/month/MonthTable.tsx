import { type KeyboardEvent, useRef } from 'react';
import { useLocale } from 'use-intl/react';
import type { Day, Weekday } from '../../../../../domain/release/calendar.ts';
import type { CalendarDayPartsFragment } from '../../../generated/documents.ts';
import { yearOf } from '../dates/holidays.ts';
import type { Month } from '../dates/month.ts';
import { useDayWords } from '../dates/useDayWords.ts';
import { useHolidays } from '../dates/useHolidays.ts';
import { weeksOf } from '../dates/week.ts';
import { readersLocale, weekStartOf } from '../dates/weekStart.ts';
import { DayCell } from './DayCell.tsx';
import { useWalking } from './useWalking.ts';

interface MonthTableProps {
  month: Month;
  today: Day;
  /** Undefined while they load; the month itself is known already. */
  days: Map<Day, CalendarDayPartsFragment> | undefined;
  name: string;
}

/** A month as a table that the arrow keys navigate by day and week. */
export function MonthTable({ month, today, days, name }: MonthTableProps) {
  const locale = useLocale();
  const weekStart = weekStartOf(readersLocale(locale, navigator.languages));
  const holidayOf = useHolidays(yearOf(month));
  const table = useRef<HTMLTableElement>(null);
  const { active, setActive, goByKey } = useWalking({ table, month, today, weekStart });

  function onKeyDown(event: KeyboardEvent) {
    const isPlain = !(event.ctrlKey || event.altKey || event.metaKey || event.shiftKey);
    if (isPlain && goByKey(event.key)) event.preventDefault();
  }

  return (
    <table
      ref={table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is handed the arrow keys by screen readers, which keep those of a plain table
      role="grid"
      className="month"
      aria-label={name}
      aria-busy={days === undefined}
      onKeyDown={onKeyDown}
    >
      <Weekdays weekStart={weekStart} />
      <tbody>
        {weeksOf(month, weekStart).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, index) =>
              day === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the places of a week never change
                <td key={index} className="month__outside" />
              ) : (
                <DayCell
                  key={day}
                  day={day}
                  today={today}
                  holiday={holidayOf?.(day)}
                  books={days?.get(day)}
                  isLoading={days === undefined}
                  isActive={day === active}
                  onActive={setActive}
                />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const places = [0, 1, 2, 3, 4, 5, 6];

function Weekdays({ weekStart }: { weekStart: Weekday }) {
  const words = useDayWords();
  return (
    <thead>
      <tr>
        {places
          .map((place) => ((place + weekStart) % 7) as Weekday)
          .map((weekday) => (
            <th key={weekday} scope="col" abbr={words.weekday(weekday)}>
              <span aria-hidden="true">{words.weekdayShort(weekday)}</span>
              <span className="unseen">{words.weekday(weekday)}</span>
            </th>
          ))}
      </tr>
    </thead>
  );
}
