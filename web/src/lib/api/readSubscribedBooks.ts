import type { ApolloClient } from '@apollo/client';
import { type ReasonPartsFragment, SubscribedBooksDocument } from '../../generated/documents.ts';

export interface SubscribedBooks {
  /** Every book that the member is subscribed to, by id, with the reasons. */
  books: Map<string, readonly ReasonPartsFragment[]>;
  /** Whether standing subscriptions can add books. */
  grows: boolean;
}

/** Reads the member's current subscriptions from the API. */
export async function readSubscribedBooks(client: ApolloClient): Promise<SubscribedBooks> {
  const books = new Map<string, readonly ReasonPartsFragment[]>();
  let grows = false;
  let after: string | null = null;
  do {
    const viewer = await readPage(client, after);
    const page = viewer?.subscriptions;
    for (const { node } of page?.edges ?? []) books.set(node.bookId, node.reasons);
    grows = (viewer?.standingSubscriptions.totalCount ?? 0) > 0;
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return { books, grows };
}

async function readPage(client: ApolloClient, after: string | null) {
  const { data } = await client.query({
    query: SubscribedBooksDocument,
    variables: { after },
    fetchPolicy: 'no-cache',
  });
  return data?.viewer;
}
