import { useEffect } from 'react';
import type { Day } from '../../../../../domain/release/calendar.ts';
import {
  type CalendarDayPartsFragment,
  type CalendarStretchPartsFragment,
  ReleaseCalendarDocument,
} from '../../../generated/documents.ts';
import { useStageState } from '../../../stage/StageContext.ts';
import { useQuery } from '../../../stage/useQuery.ts';
import { holidaysOf, yearOf } from '../dates/holidays.ts';
import { daysAsked, isMonth, type Month } from '../dates/month.ts';
import { addToMonth } from '../dates/steps.ts';
import { whenIdle } from './whenIdle.ts';

export interface CalendarOfMonth {
  days: Map<Day, CalendarDayPartsFragment> | undefined;
  stretches: CalendarStretchPartsFragment[] | undefined;
  failed: boolean;
  /** Whether newer could not be had of what was loaded before. */
  isStale: boolean;
  retry: () => void;
}

/** What a month releases: shown at once where it was seen before, and asked for anew. */
export function useReleaseCalendar(month: Month): CalendarOfMonth {
  const { data, error, refetch } = useQuery(ReleaseCalendarDocument, {
    variables: daysAsked(month),
    fetchPolicy: 'cache-and-network',
  });
  useNeighbours(month, data !== undefined);
  const calendar = data?.releaseCalendar;
  return {
    days: calendar && new Map(calendar.days.map((day) => [day.day, day])),
    stretches: calendar?.stretches,
    failed: error !== undefined && calendar === undefined,
    isStale: error !== undefined && calendar !== undefined,
    retry: () => {
      refetch().catch(console.error);
    },
  };
}

/** Fetches the months before and after while nothing else is to be done. */
function useNeighbours(month: Month, isLoaded: boolean): void {
  const client = useStageState().tools?.client;
  useEffect(() => {
    if (!client || !isLoaded) return undefined;
    const neighbours = [addToMonth(month, 1), addToMonth(month, -1)].filter(isMonth);
    let callOff = () => {};
    /** One after the other: a phone that takes in both at once answers nobody meanwhile. */
    const askNext = () => {
      const neighbour = neighbours.shift();
      if (neighbour === undefined) return;
      callOff = whenIdle(() => {
        const variables = daysAsked(neighbour);
        Promise.all([
          client.query({ query: ReleaseCalendarDocument, variables }),
          holidaysOf(yearOf(neighbour)),
        ])
          // Whoever goes there is told then.
          .catch(console.info)
          .then(askNext);
      });
    };
    askNext();
    return () => {
      neighbours.length = 0;
      callOff();
    };
  }, [client, month, isLoaded]);
}
