import { Navigate, useParams } from 'react-router';
import { useToday } from '../release/useToday.ts';
import { addressOfMonth, readCalendarAddress } from './calendarAddress.ts';
import { DayPage } from './DayPage.tsx';
import { MonthPage } from './MonthPage.tsx';
import { monthOf } from './month.ts';
import { NoSuchPage } from './NoSuchPage.tsx';
import { StretchPage } from './StretchPage.tsx';
import './calendar-ways.css';
import './month-table.css';
import './agenda.css';
import './vague-stretches.css';
import './released.css';
import './calendar-print.css';

/** A month of the calendar, one of its days, or a stretch whose days are not known yet. */
export default function CalendarPage() {
  const { when } = useParams();
  const today = useToday();
  if (when === undefined) return <Navigate to={addressOfMonth(monthOf(today))} replace />;
  const place = readCalendarAddress(when);
  switch (place?.kind) {
    case 'month':
      return <MonthPage month={place.month} today={today} />;
    case 'day':
      return <DayPage day={place.day} today={today} />;
    case 'stretch':
      return <StretchPage stretch={place.stretch} today={today} />;
    default:
      return <NoSuchPage today={today} />;
  }
}
