import { useState } from 'react';
import { useQuery } from '../../api/useQuery.ts';
import { UpcomingBookFacetsDocument } from '../../generated/documents.ts';
import type { Day } from '../release/calendar.ts';
import type { Choice } from './findChoices.ts';

export interface Facets {
  publishers: readonly Choice[];
  labels: readonly Choice[];
  forms: readonly Choice[];
}

const NONE: Facets = { publishers: [], labels: [], forms: [] };

/**
 * What can be chosen; asked for once somebody comes to a field, and again at the next field where that
 * failed. Without it names can still be typed.
 */
export function useFacets(today: Day) {
  const [isWanted, setWanted] = useState(false);
  const { data, error, refetch } = useQuery(UpcomingBookFacetsDocument, {
    variables: { from: today },
    skip: !isWanted,
  });
  const facets: Facets = data?.upcomingBookFacets ?? NONE;
  return {
    facets,
    state: data ? 'known' : error ? 'failed' : 'unknown',
    ask(): void {
      setWanted(true);
      if (error) refetch().catch(console.error);
    },
  } as const;
}
