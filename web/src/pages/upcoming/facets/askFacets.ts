import type { ApolloClient } from '@apollo/client';
import type { Day } from '../../../../../domain/release/calendar.ts';
import { UpcomingBookFacetsDocument } from '../../../generated/documents.ts';
import type { Facets } from './Facets.ts';

/** What can be chosen among the books from a day on. Throws when it was not answered. */
export async function askFacets(client: ApolloClient, from: Day): Promise<Facets> {
  const { data } = await client.query({ query: UpcomingBookFacetsDocument, variables: { from } });
  if (!data) throw new Error('The choices were not answered');
  return data.upcomingBookFacets;
}
