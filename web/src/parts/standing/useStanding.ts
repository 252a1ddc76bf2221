import { useQuery } from '@apollo/client/react';
import {
  type CatalogueKind,
  ContributorStandingDocument,
  SeriesStandingDocument,
  type StandingPartsFragment,
} from '../../generated/documents.ts';
import { useSessionState } from '../../lib/session/SessionContext.ts';

/**
 * The member's standing subscription to a contributor or series: null if there is none or nobody is
 * signed in, undefined until known.
 */
export function useStanding(
  kind: CatalogueKind,
  id: string,
): StandingPartsFragment | null | undefined {
  const isGuest = useSessionState() !== 'signedIn';
  const isSeries = kind === 'SERIES';
  const options = { variables: { id } };
  const contributor = useQuery(ContributorStandingDocument, {
    ...options,
    skip: isGuest || isSeries,
  });
  const series = useQuery(SeriesStandingDocument, { ...options, skip: isGuest || !isSeries });
  if (isGuest) return null;
  const entry = isSeries ? series.data?.series : contributor.data?.contributor;
  return entry === null ? null : entry?.subscription;
}
