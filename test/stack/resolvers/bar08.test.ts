import { beforeAll, describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../../scripts/stack.ts';
import { ask, signIn } from '../../support/graphql.ts';
import { testStack } from '../../support/testStack.ts';
import { openShelf } from './shelf.ts';

let mine: string;
let theirs: string;

beforeAll(async () => {
  const [one, other] = testStack().members;
  if (!one || !other) throw new Error('the stack has fewer than two members');
  mine = await signIn(testStack(), one.login, one.password);
  theirs = await signIn(testStack(), other.login, other.password);
});

const data = async (document: string, variables: object, token?: string) =>
  (await ask(testStack(), document, variables, token)).data;

const SUBSCRIBE = 'mutation ($id: ID!) { subscribeToBook(bookId: $id) { bookId } }';
const UNSUBSCRIBE = 'mutation ($id: ID!) { unsubscribeFromBook(bookId: $id) { bookId } }';
const MARK = 'query ($id: ID!) { book(id: $id) { subscribed } }';
const EVENTS = 'query ($id: ID!) { bookEvents(bookId: $id) { events { book { subscribed } } } }';
const SUBSCRIPTIONS = `query ($after: String) {
  viewer { id subscriptions(first: 100, after: $after) { totalCount edges { cursor node { bookId } } } }
}`;

interface Own {
  viewer: {
    id: string;
    subscriptions: { totalCount: number; edges: { cursor: string; node: { bookId: string } }[] };
  };
}

const own = async (token: string, after: string | null = null) =>
  (await data(SUBSCRIPTIONS, { after }, token)) as unknown as Own;

describe('bar 08 object ownership', () => {
  it('keeps what one member does apart from every other, by each argument that names a thing', async () => {
    const shelf = openShelf(openStackDatabase(testStack()));
    const id = await shelf.add();
    await shelf.happen(id, 'ANNOUNCED');
    const marked = async (token?: string) => JSON.stringify(await data(EVENTS, { id }, token));
    const before = await own(theirs);
    await data(SUBSCRIBE, { id }, mine);
    expect(await data(MARK, { id }, mine)).toEqual({ book: { subscribed: true } });
    expect(await data(MARK, { id }, theirs)).toEqual({ book: { subscribed: false } });
    expect(await data(MARK, { id })).toEqual({ book: { subscribed: null } });
    expect(await marked(mine)).toContain('"subscribed":true');
    expect(await marked(theirs)).toContain('"subscribed":false');
    expect(await marked()).toContain('"subscribed":null');

    // The same book, by the other member's hand.
    expect(await data(UNSUBSCRIBE, { id }, theirs)).toEqual({ unsubscribeFromBook: null });
    expect(await data(MARK, { id }, mine)).toEqual({ book: { subscribed: true } });
    expect(await own(theirs)).toEqual(before);

    // A cursor of one member's list shows the other nothing but their own.
    const cursor = (await own(mine)).viewer.subscriptions.edges.at(-1)?.cursor ?? null;
    const beyond = await own(theirs, cursor);
    expect(beyond.viewer.id).toBe(before.viewer.id);
    expect(beyond.viewer.subscriptions.edges.map(({ node }) => node.bookId)).not.toContain(id);
    await data(UNSUBSCRIBE, { id }, mine);
  });

  it('takes no member from an argument anywhere', async () => {
    const { readFileSync } = await import('node:fs');
    const schema = readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8');
    expect(schema).not.toMatch(/\b(?:member|memberId|userId|viewerId|sub)\s*:/);
  });
});
