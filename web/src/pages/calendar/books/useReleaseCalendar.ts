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
  /** Whether the shown data is old because an update failed. */
  isStale: boolean;
  retry: () => void;
}

/** A month's releases: shown from the cache at once, and refetched. */
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

/** Prefetches the previous and next months when the page is idle. */
function useNeighbours(month: Month, isLoaded: boolean): void {
  const client = useStageState().tools?.client;
  useEffect(() => {
    if (!client || !isLoaded) return undefined;
    const neighbours = [addToMonth(month, 1), addToMonth(month, -1)].filter(isMonth);
    let callOff = () => {};
    /** One after the other: a phone that handles both at once does not respond meanwhile. */
    const askNext = () => {
      const neighbour = neighbours.shift();
      if (neighbour === undefined) return;
      callOff = whenIdle(() => {
        const variables = daysAsked(neighbour);
        Promise.all([
          client.query({ query: ReleaseCalendarDocument, variables }),
          holidaysOf(yearOf(neighbour)),
        ])
          // A failure is reported when the reader goes there.
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
