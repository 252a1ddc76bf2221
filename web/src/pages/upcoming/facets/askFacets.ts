import type { ApolloClient } from '@apollo/client';
import type { Day } from '../../../../../domain/release/calendar.ts';
import { UpcomingBookFacetsDocument } from '../../../generated/documents.ts';
import type { Facets } from './Facets.ts';

/** Returns the choices among the books from a day on. Throws if there is no answer. */
export async function askFacets(client: ApolloClient, from: Day): Promise<Facets> {
  const { data } = await client.query({ query: UpcomingBookFacetsDocument, variables: { from } });
  if (!data) throw new Error('No choices in the response');
  return data.upcomingBookFacets;
}
