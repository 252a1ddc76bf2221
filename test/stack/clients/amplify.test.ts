import { Amplify } from 'aws-amplify';
import { type GraphQLResult, generateClient } from 'aws-amplify/api';
import { decodeJWT } from 'aws-amplify/auth';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { signIn } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { openShelf, type Shelf } from '../../support/shelf.ts';
import { publishUntil } from './publishUntil.ts';
import { BOOK, EVENTS, type HeardEvent, SUBSCRIBE, UPCOMING } from './questions.ts';
import { openLocalSocketsWithoutTls } from './webSocketWithoutTls.ts';

type Mode = 'apiKey' | 'oidc';

/** Configures Amplify as an app does: with a custom endpoint and a key or a token. */
async function configure(defaultAuthMode: Mode): Promise<void> {
  const { graphql: endpoint, apiKey, members } = testStack();
  const [member] = members;
  if (member === undefined) throw new Error('the stack has no members');
  const accessToken = decodeJWT(await signIn(testStack(), member.login, member.password));
  Amplify.configure(
    { API: { GraphQL: { endpoint, region: 'ap-northeast-1', defaultAuthMode, apiKey } } },
    { Auth: { tokenProvider: { getTokens: async () => ({ accessToken }) } } },
  );
}

/** The client's answer to the text of an operation; its own types only accept literals. */
function send(query: string, variables: object): unknown {
  const client = generateClient() as unknown as { graphql(options: object): unknown };
  return client.graphql({ query, variables });
}

/** A query or mutation; the caller states the result's type. */
async function ask<T>(query: string, variables: object): Promise<T> {
  return ((await send(query, variables)) as GraphQLResult<T>).data;
}

/** Subscribes; returns what is heard, and how to end it. */
function listen(bookId: string) {
  const heard: HeardEvent[] = [];
  const failed: unknown[] = [];
  const events = send(EVENTS, { bookId }) as {
    subscribe(observer: object): { unsubscribe(): void };
  };
  const subscription = events.subscribe({
    next: ({ data }: { data: HeardEvent }) => heard.push(data),
    error: (error: unknown) => failed.push(error),
  });
  return { heard, failed, stop: () => subscription.unsubscribe() };
}

let restoreSockets = () => {};
let shelf: Shelf;
beforeAll(() => {
  restoreSockets = openLocalSocketsWithoutTls();
  shelf = openShelf(openStackDatabase(testStack()));
});
afterAll(() => restoreSockets());

describe.each<Mode>(['apiKey', 'oidc'])('AWS Amplify with %s', (mode) => {
  let stop = () => {};
  beforeAll(() => configure(mode));
  afterEach(() => stop());

  it('AWS Amplify reads the list of upcoming books', async () => {
    const { upcomingBooks } = await ask<{ upcomingBooks: { edges: unknown[] } }>(UPCOMING, {
      first: 3,
    });
    expect(upcomingBooks.edges).toHaveLength(3);
  });

  it('AWS Amplify hears of a book once it is published', async () => {
    const bookId = await shelf.add({ title: '砂の本' });
    const seq = await shelf.happen(bookId, 'ON_SALE');
    const { heard, failed, stop: end } = listen(bookId);
    stop = end;
    await publishUntil(seq, () => heard.length > 0);
    expect(heard[0]).toMatchObject({
      onBookEvent: { seq, kind: 'ON_SALE', book: { id: bookId, title: '砂の本' } },
    });
    expect(failed).toEqual([]);
  });

  it(
    mode === 'oidc' ? 'subscribes the member to a book' : 'is told why it may not subscribe',
    async () => {
      const bookId = await shelf.add();
      const asked = ask<{ subscribeToBook: { bookId: string } }>(SUBSCRIBE, { bookId });
      if (mode === 'oidc') {
        expect((await asked).subscribeToBook).toMatchObject({ bookId });
        expect(await ask(BOOK, { id: bookId })).toMatchObject({ book: { subscribed: true } });
      } else {
        await expect(asked).rejects.toMatchObject({
          errors: [{ errorType: 'Unauthorized', path: ['subscribeToBook'] }],
        });
      }
    },
  );
});

it('AWS Amplify is told that a key is unknown', async () => {
  const { graphql: endpoint } = testStack();
  Amplify.configure({
    API: {
      GraphQL: {
        endpoint,
        region: 'ap-northeast-1',
        defaultAuthMode: 'apiKey',
        apiKey: 'da2-aaaaaaaaaaaaaaaaaaaaaaaaaa',
      },
    },
  });
  await expect(ask(UPCOMING, { first: 1 })).rejects.toMatchObject({
    errors: [{ message: 'Unauthorized' }],
  });
});
