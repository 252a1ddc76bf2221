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

/** What can be chosen; asked for once somebody comes to a field. Without it names can still be typed. */
export function useFacets(today: Day): { facets: Facets; ask: () => void } {
  const [isWanted, setWanted] = useState(false);
  const { data } = useQuery(UpcomingBookFacetsDocument, {
    variables: { from: today },
    skip: !isWanted,
  });
  return { facets: data?.upcomingBookFacets ?? NONE, ask: () => setWanted(true) };
}
