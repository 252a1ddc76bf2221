import { type RefObject, useCallback, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Day, Weekday } from '../../../../../domain/release/calendar.ts';
import { ofThisTab } from '../../../lib/browserMemory.ts';
import { addressOfMonth } from '../dates/calendarAddress.ts';
import { firstDayOf, type Month, monthOf } from '../dates/month.ts';
import { isDay } from '../dates/steps.ts';
import { arrivingAt, useArrival } from '../navigation/arrival.ts';
import { dayByKey } from './dayByKey.ts';

const KEY = 'calendar.day';

interface Walk {
  table: RefObject<HTMLTableElement | null>;
  month: Month;
  today: Day;
  weekStart: Weekday;
}

/**
 * The keyboard position in a month: one day is reachable with the Tab key, and keys move on from
 * it, into other months as well.
 */
export function useWalking({ table, month, today, weekStart }: Walk) {
  const navigate = useNavigate();
  const place = useArrival();
  const arrival = place !== null && isDay(place) && monthOf(place) === month ? place : null;
  const [active, setDay] = useState(() => arrival ?? whereTheyWere(month, today));

  const focus = useCallback(
    (day: Day) => table.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus(),
    [table],
  );
  useEffect(() => {
    if (arrival) focus(arrival);
  }, [arrival, focus]);

  const setActive = useCallback((day: Day) => {
    ofThisTab.keep(KEY, day);
    setDay(day);
  }, []);

  /** Moves to the day of a key; returns whether there is one. */
  function goByKey(key: string): boolean {
    const next = dayByKey(key, active, weekStart);
    if (next === null) return false;
    if (monthOf(next) === month) focus(next);
    else navigate(addressOfMonth(monthOf(next)), { replace: true, state: arrivingAt(next) });
    return true;
  }

  return { active, setActive, goByKey };
}

/** Returns the last visited day in this month; else today, or the first. */
function whereTheyWere(month: Month, today: Day): Day {
  const before = ofThisTab.recall(KEY);
  if (before !== null && monthOf(before) === month) return before;
  return monthOf(today) === month ? today : firstDayOf(month);
}
