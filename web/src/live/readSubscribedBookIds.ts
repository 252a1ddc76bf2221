import type { ApolloClient } from '@apollo/client';
import { SubscribedBookIdsDocument } from '../generated/documents.ts';

/** Every book that the member waits for, as the API says now. */
export async function readSubscribedBookIds(client: ApolloClient): Promise<Set<string>> {
  const books = new Set<string>();
  let after: string | null = null;
  do {
    const page = await readPage(client, after);
    for (const { node } of page?.edges ?? []) books.add(node.bookId);
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return books;
}

async function readPage(client: ApolloClient, after: string | null) {
  const { data } = await client.query({
    query: SubscribedBookIdsDocument,
    variables: { after },
    fetchPolicy: 'no-cache',
  });
  return data?.viewer?.subscriptions;
}
