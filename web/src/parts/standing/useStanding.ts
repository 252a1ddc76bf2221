import { useQuery } from '@apollo/client/react';
import {
  type CatalogueKind,
  ContributorStandingDocument,
  SeriesStandingDocument,
  type StandingPartsFragment,
} from '../../generated/documents.ts';
import { useSessionState } from '../../lib/session/SessionContext.ts';

/**
 * Whether and how the member waits for a contributor or a series: null where they do not or nobody is
 * signed in, undefined until it is known.
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
