import { Navigate, useParams } from 'react-router';
import { useToday } from '../../parts/release/useToday.ts';
import { addressOfMonth, readCalendarAddress } from './dates/calendarAddress.ts';
import { monthOf } from './dates/month.ts';
import { MonthPage } from './month/MonthPage.tsx';
import { NoSuchPage } from './NoSuchPage.tsx';
import { DayPage } from './released/DayPage.tsx';
import { StretchPage } from './released/StretchPage.tsx';
import './navigation/calendar-ways.css';
import './month/month-table.css';
import './agenda/agenda.css';
import './stretches/vague-stretches.css';
import './released/released.css';
import './calendar-print.css';

/** A month of the calendar, one of its days, or a release period without known days. */
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
