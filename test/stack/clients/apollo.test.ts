import { createRequire } from 'node:module';
import type { AuthOptions } from 'aws-appsync-auth-link';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clientSettings, openStackDatabase } from '../../../tools/stack/stack.ts';
import { signIn } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { openShelf, type Shelf } from '../../support/shelf.ts';
import { publishUntil } from './publishUntil.ts';
import { BOOK, EVENTS, type HeardEvent, SUBSCRIBE, UPCOMING } from './questions.ts';

// The ES modules of aws-appsync-auth-link cannot sign in Node: `Sha256 is not a constructor`.
const load = createRequire(import.meta.url);
const {
  ApolloClient,
  ApolloLink,
  gql,
  HttpLink,
  InMemoryCache,
}: typeof import('@apollo/client/core') = load('@apollo/client/core');
const { createAuthLink }: typeof import('aws-appsync-auth-link') = load('aws-appsync-auth-link');
const { createSubscriptionHandshakeLink }: typeof import('aws-appsync-subscription-link') = load(
  'aws-appsync-subscription-link',
);

const asMember = async () => {
  const [member] = testStack().members;
  if (member === undefined) throw new Error('the stack has no members');
  return signIn(testStack(), member.login, member.password);
};

/** Every authorization mode of Shinkan's API. */
const MODES: { [name: string]: () => AuthOptions } = {
  'an API key': () => ({ type: 'API_KEY', apiKey: testStack().apiKey }),
  'a token of OpenID Connect': () => ({ type: 'OPENID_CONNECT', jwtToken: asMember }),
  'AWS credentials': () => ({ type: 'AWS_IAM', credentials: clientSettings.credentials }),
};

/** Apollo Client with AWS's links, in the order given in their documentation. */
function createClient(auth: AuthOptions) {
  const { graphql: url } = testStack();
  const settings = { url, region: 'ap-northeast-1', auth };
  const link = ApolloLink.from([
    createAuthLink(settings),
    createSubscriptionHandshakeLink(
      settings,
      // Apollo Client would add its name to the body after AWS's link has signed it.
      new HttpLink({ uri: url, enhancedClientAwareness: { transport: false } }),
    ),
  ]);
  return new ApolloClient({ link, cache: new InMemoryCache() });
}

let shelf: Shelf;
beforeAll(() => {
  shelf = openShelf(openStackDatabase(testStack()));
});

describe.each(Object.entries(MODES))('Apollo Client with AWS’s links and %s', (name, auth) => {
  let stop = () => {};
  afterEach(() => stop());

  it('Apollo Client reads the list of upcoming books', async () => {
    const { data } = await createClient(auth()).query<{ upcomingBooks: { edges: unknown[] } }>({
      query: gql(UPCOMING),
      variables: { first: 3 },
    });
    expect(data?.upcomingBooks.edges).toHaveLength(3);
  });

  it('Apollo Client hears of a book once it is published', async () => {
    const bookId = await shelf.add({ title: '砂の本' });
    const seq = await shelf.happen(bookId, 'ON_SALE');
    const heard: (HeardEvent | null | undefined)[] = [];
    const failed: unknown[] = [];
    const subscription = createClient(auth())
      .subscribe<HeardEvent>({ query: gql(EVENTS), variables: { bookId } })
      .subscribe({
        next: ({ data, error }) => (error === undefined ? heard.push(data) : failed.push(error)),
        error: (error: unknown) => failed.push(error),
      });
    stop = () => subscription.unsubscribe();
    await publishUntil(seq, () => heard.length > 0);
    expect(heard[0]).toMatchObject({
      onBookEvent: { seq, kind: 'ON_SALE', book: { id: bookId, title: '砂の本' } },
    });
    expect(failed).toEqual([]);
  });

  const isMember = name === 'a token of OpenID Connect';
  it(
    isMember ? 'subscribes the member to a book' : 'is told why it may not subscribe',
    async () => {
      const client = createClient(auth());
      const bookId = await shelf.add();
      const asked = client.mutate({ mutation: gql(SUBSCRIBE), variables: { bookId } });
      if (!isMember) {
        await expect(asked).rejects.toThrow(
          'Not Authorized to access subscribeToBook on type Mutation',
        );
        return;
      }
      expect((await asked).data).toMatchObject({ subscribeToBook: { bookId } });
      const { data } = await client.query({ query: gql(BOOK), variables: { id: bookId } });
      expect(data).toMatchObject({ book: { subscribed: true } });
    },
  );
});
