import { queryObjects } from 'node:v8';
import { expect, test, vi } from 'vitest';
import { RealtimeSocket } from '../../services/appsync/live/realtimeSocket.ts';
import { Audience } from '../../services/appsync/live/subscriptions.ts';
import type { RealtimeClient } from './realtimeClient.ts';
import { startRealtimeApi } from './startRealtimeApi.ts';

const LISTEN = 'subscription($b: ID) { onEvent(bookId: $b) { seq } }';

/** Counts the instances of a class on the heap. */
const count = (type: object): number =>
  Number(queryObjects(type as () => void, { format: 'count' }));

/** Some close properly, some stop their subscription first, some disconnect abruptly. */
async function leave(client: RealtimeClient, n: number): Promise<void> {
  const closed = client.closed();
  if (n % 3 === 0) client.close();
  else {
    if (n % 3 === 1) client.send({ type: 'stop', id: 'a' });
    client.socket.close();
  }
  await closed;
}

test('after 400 clients have disconnected, only the remaining one is on the heap', async () => {
  const { connect, publish } = await startRealtimeApi();
  for (let round = 0; round < 20; round += 1) {
    const clients = await Promise.all(Array.from({ length: 20 }, () => connect()));
    await Promise.all(
      clients.map(async (client, n) => {
        await client.subscribe('a', LISTEN, { b: `${round}-${n}` });
        await leave(client, n);
      }),
    );
  }
  const stay = await connect();
  await stay.subscribe('a', LISTEN, { b: 'b' });
  await publish('1', ', bookId: "b"');
  await stay.next('data', 'a');
  const left = () => ({ sockets: count(RealtimeSocket), audiences: count(Audience) });
  // One more may still be referenced from the stack of the last call.
  const isFew = ({ sockets, audiences }: ReturnType<typeof left>) => sockets <= 2 && audiences <= 2;
  await vi.waitFor(() => expect(left()).toSatisfy(isFew), { timeout: 15_000, interval: 500 });
});
