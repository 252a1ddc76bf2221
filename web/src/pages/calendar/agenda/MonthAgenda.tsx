import { useTranslations } from 'use-intl/react';
import type { Day } from '../../../../../domain/release/calendar.ts';
import type { CalendarDayPartsFragment } from '../../../generated/documents.ts';
import { yearOf } from '../dates/holidays.ts';
import { type Month, monthOf } from '../dates/month.ts';
import { useHolidays } from '../dates/useHolidays.ts';
import { AgendaDay } from './AgendaDay.tsx';
import { AgendaSkeleton } from './AgendaSkeleton.tsx';

export const TODAY_ID = 'agenda-today';

interface MonthAgendaProps {
  month: Month;
  today: Day;
  days: Map<Day, CalendarDayPartsFragment> | undefined;
}

/** The days of a month that have books, in order, and today. */
export function MonthAgenda({ month, today, days }: MonthAgendaProps) {
  const holidayOf = useHolidays(yearOf(month));
  // Waits for the holidays: a late one adds a line and would shift everything below it.
  if (!days || !holidayOf) return <AgendaSkeleton />;
  const isShown = (day: Day) => day === today && monthOf(today) === month;
  const past = [...days.values()].filter(({ day }) => day < today);
  const ahead = [...days.values()].filter(({ day }) => day >= today);
  const toItem = (books: CalendarDayPartsFragment) => (
    <AgendaDay key={books.day} today={today} holiday={holidayOf(books.day)} books={books} />
  );
  return (
    <div className="agenda">
      {past.map(toItem)}
      {(isShown(today) || (past.length > 0 && ahead.length > 0)) && <TodayMark />}
      {ahead.map(toItem)}
    </div>
  );
}

function TodayMark() {
  const t = useTranslations('calendar');
  return (
    <p id={TODAY_ID} className="agenda__today" tabIndex={-1}>
      <span>{t('today')}</span>
    </p>
  );
}
