import type { ApolloClient } from '@apollo/client';
import {
  ContributorStandingDocument,
  SeriesStandingDocument,
  type StandingPartsFragment,
} from '../../generated/documents.ts';
import type { NewsSource } from '../sign-in/Asked.ts';

/**
 * Reads the member's standing subscription to a contributor or series from the API; null if there
 * is none.
 */
export async function readStanding(
  client: ApolloClient,
  { kind, id }: NewsSource,
): Promise<StandingPartsFragment | null> {
  const options = { variables: { id }, fetchPolicy: 'network-only' } as const;
  if (kind === 'SERIES') {
    const { data } = await client.query({ query: SeriesStandingDocument, ...options });
    return data?.series?.subscription ?? null;
  }
  const { data } = await client.query({ query: ContributorStandingDocument, ...options });
  return data?.contributor?.subscription ?? null;
}
