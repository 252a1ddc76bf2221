import { afterEach, describe, expect, it, vi } from 'vitest';
import { type BookEvent, createShinkanClient } from '../../../client/src/index.ts';
import type { RealtimeConnection } from '../../../tools/conformance/realtimeConnection.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { canReach, testStack } from '../../../tools/testing/testStack.ts';
import { openShelf } from '../../support/shelf.ts';
import { membersOfTheShop } from '../auth/aMemberOfTheShop.ts';
import { listens, type OpenSession, post, signsIn } from '../auth/aSession.ts';
import { decode } from '../auth/forged/jws.ts';
import { reviewRuns } from '../auth/reviewRuns.ts';
import { askAsWorkflow, publish } from './publish.ts';

/** Whether to wait for the schedule, which runs the review each minute, or to run it at once. */
const FULL = process.env.BAR_FULL === '1';

const opened: RealtimeConnection[] = [];
afterEach(() => {
  for (const connection of opened.splice(0)) connection.close();
});

async function keeps(accessToken: string | null): Promise<RealtimeConnection> {
  const connection = await listens(accessToken);
  opened.push(connection);
  return connection;
}

const signsOut = ({ cookie }: OpenSession) => post('/auth/sign-out', {}, cookie);

const disconnect = (id: string) =>
  askAsWorkflow(testStack(), 'mutation ($id: ID!) { disconnectSession(id: $id) }', { id });

function sidOf({ accessToken }: OpenSession): string {
  return String(decode(accessToken).claims.sid);
}

// Needs its own members, whom the shop removes, and the review, which is run by hand.
describe.skipIf(!canReach('shop'))('bar 09 live leak: a revoked member', () => {
  const aMember = membersOfTheShop();

  it('a revoked member is disconnected at once, and nobody else is', async () => {
    const { login, password } = await aMember();
    const [gone, elsewhere] = [await signsIn(login, password), await signsIn(login, password)];
    const connections = [await keeps(gone.accessToken), await keeps(gone.accessToken)];
    const others = [await keeps(elsewhere.accessToken), await keeps(null)];
    await signsOut(gone);
    for (const connection of connections) expect(await connection.hungUp(5_000)).toBe(true);
    expect(others.map(({ closed }) => closed)).toEqual([false, false]);

    const shelf = openShelf(openStackDatabase(testStack()));
    const seq = await shelf.happen(await shelf.add(), 'ON_SALE');
    await publish(testStack(), seq);
    for (const other of others) {
      await other.until(({ payload }) => payload?.data?.onBookEvent?.seq === seq);
    }
    expect(connections.map(({ messages }) => JSON.stringify(messages).includes(seq))).toEqual([
      false,
      false,
    ]);
  });

  it('a member is disconnected everywhere at once by signing out everywhere, and nobody else is', async () => {
    const { login, password } = await aMember();
    const neighbour = await aMember();
    const [here, elsewhere] = [await signsIn(login, password), await signsIn(login, password)];
    const other = await signsIn(neighbour.login, neighbour.password);
    const connections = [await keeps(here.accessToken), await keeps(elsewhere.accessToken)];
    const others = [await keeps(other.accessToken), await keeps(null)];
    expect((await post('/auth/sign-out-everywhere', {}, here.cookie)).status).toBe(204);
    for (const connection of connections) expect(await connection.hungUp(5_000)).toBe(true);
    expect(others.map(({ closed }) => closed)).toEqual([false, false]);
  });

  it(`a revoked member who returns with a valid token is disconnected within a minute (${FULL ? 'by the schedule' : 'by the review that it runs'})`, {
    timeout: 180_000,
  }, async () => {
    const { login, password } = await aMember();
    const gone = await signsIn(login, password);
    await signsOut(gone);
    // The second time too: a token is valid for ten minutes.
    for (let time = 0; time < 2; time += 1) {
      const again = await keeps(gone.accessToken);
      if (!FULL) await reviewRuns();
      expect(await again.hungUp(FULL ? 75_000 : 5_000)).toBe(true);
    }
  });

  it('a revoked member goes on as a guest if there is a key, and misses nothing', async () => {
    const { login, password } = await aMember();
    const { graphql: endpoint, realtime: realtimeEndpoint, apiKey } = testStack();
    const session = await signsIn(login, password);
    let token: string | null = session.accessToken;
    let asked = 0;
    const client = createShinkanClient({
      endpoint,
      realtimeEndpoint,
      apiKey,
      accessToken: () => {
        asked += 1;
        return token;
      },
    });
    const shelf = openShelf(openStackDatabase(testStack()));
    const bookId = await shelf.add();
    const heard: BookEvent[] = [];
    const states: string[] = [];
    client.onBookEvents({
      bookId,
      onEvent: (event) => heard.push(event),
      onState: (state) => states.push(state),
    });
    await vi.waitFor(() => expect(states.at(-1)).toBe('live'), { timeout: 10_000 });

    token = null;
    await signsOut(session);
    const seq = await shelf.happen(bookId, 'ON_SALE');
    await publish(testStack(), seq);
    await vi.waitFor(
      () => {
        expect(states).toEqual(['connecting', 'live', 'connecting', 'live']);
        expect(heard.map((event) => event.seq)).toEqual([seq]);
      },
      { timeout: 10_000 },
    );
    // Once for the new connection, once for each of its queries, and not repeatedly.
    const before = asked;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(asked - before).toBeLessThanOrEqual(1);
    client.close();
  });

  it('a member with a live session cannot be disconnected, whoever requests it', async () => {
    const { login, password } = await aMember();
    const session = await signsIn(login, password);
    const listening = await keeps(session.accessToken);
    const id = sidOf(session);
    expect(await disconnect(id)).toMatchObject({ data: { disconnectSession: null } });
    expect(await disconnect('no-such-session')).toMatchObject({
      data: { disconnectSession: null },
    });
    expect(await listening.hungUp(1_000)).toBe(false);
    await signsOut(session);
    expect(await disconnect(id)).toEqual({ data: { disconnectSession: id } });
  });
});
