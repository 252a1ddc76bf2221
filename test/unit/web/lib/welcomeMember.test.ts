import { ApolloClient, ApolloLink, gql, Observable, type TypedDocumentNode } from '@apollo/client';
import { describe, expect, it } from 'vitest';
import { createCache } from '../../../../web/src/lib/api/createCache.ts';
import { welcomeMember } from '../../../../web/src/lib/api/welcomeMember.ts';

const SUBSCRIBED: TypedDocumentNode<
  { book: { id: string; subscribed: boolean | null } },
  { id: string }
> = gql`
  query Subscribed($id: ID!) {
    book(id: $id) {
      id
      subscribed
    }
  }
`;

/** A page that shows these books, and a member subscribed to some. */
function aPageOf(books: { [id: string]: boolean | null }, waitedFor: string[]) {
  const pages = waitedFor.map((bookId, index) => ({
    __typename: 'BookSubscriptionConnection',
    edges: [{ __typename: 'E', node: { __typename: 'BookSubscription', bookId, reasons: [] } }],
    pageInfo: {
      __typename: 'PageInfo',
      hasNextPage: index < waitedFor.length - 1,
      endCursor: String(index + 1),
    },
  }));
  const link = new ApolloLink(({ variables }) => {
    const subscriptions = pages[Number(variables.after ?? 0)];
    const standingSubscriptions = { __typename: 'StandingSubscriptionConnection', totalCount: 0 };
    const viewer = { __typename: 'Viewer', id: '1', subscriptions, standingSubscriptions };
    return new Observable((observer) => {
      observer.next({ data: { viewer } });
      observer.complete();
    });
  });
  const client = new ApolloClient({ link, cache: createCache() });
  for (const [id, subscribed] of Object.entries(books)) {
    const book = { __typename: 'Book', id, subscribed };
    client.writeQuery({ query: SUBSCRIBED, variables: { id }, data: { book } });
  }
  const shown = (id: string) =>
    client.readQuery({ query: SUBSCRIBED, variables: { id } })?.book.subscribed;
  return { client, shown };
}

describe('welcomeMember', () => {
  it('welcomeMember sets for each book whether the member is subscribed, however many they have', async () => {
    const { client, shown } = aPageOf({ a: null, b: null, c: null }, ['x', 'a', 'c']);
    await welcomeMember(client);
    expect(['a', 'b', 'c'].map(shown)).toEqual([true, false, true]);
  });

  it('welcomeMember keeps changes made meanwhile', async () => {
    const { client, shown } = aPageOf({ asked: true, takenBack: false }, ['takenBack']);
    await welcomeMember(client);
    expect(shown('asked')).toBe(true);
    expect(shown('takenBack')).toBe(false);
  });
});
