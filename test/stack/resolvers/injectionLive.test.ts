import { afterAll, describe, expect, it } from 'vitest';
import { RealtimeConnection } from '../../../tools/conformance/realtimeConnection.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { HOSTILE } from './hostileValues.ts';

const BY_BOOK = 'subscription ($x: ID) { onBookEvent(bookId: $x) { seq } }';
const BY_KIND = 'subscription ($x: BookEventKind) { onBookEvent(kind: $x) { seq } }';

/** A connection takes a hundred subscriptions. */
const AT_ONCE = 100;

describe('bar 11 injection: live notices', () => {
  const connections: RealtimeConnection[] = [];
  afterAll(() => {
    for (const connection of connections) connection.close();
  });

  /** The result for each text: a subscription, or the message of an error. */
  async function subscribeBy(document: string): Promise<string[]> {
    const { graphql, realtime, apiKey } = testStack();
    const proof = { host: new URL(graphql).host, 'x-api-key': apiKey };
    const seen: string[] = [];
    for (let start = 0; start < HOSTILE.length; start += AT_ONCE) {
      const connection = await RealtimeConnection.open(realtime, 'protocol', proof);
      connections.push(connection);
      await connection.acknowledged();
      const texts = HOSTILE.slice(start, start + AT_ONCE);
      for (const [index, x] of texts.entries()) {
        const { type, payload } = await connection.subscribe(`${index}`, document, { x });
        seen.push(type === 'start_ack' ? type : (payload?.errors?.[0]?.message ?? ''));
      }
      expect(connection.messages.filter(({ type }) => type === 'data')).toEqual([]);
      connection.close();
    }
    return seen;
  }

  it(`subscribing by ${HOSTILE.length} texts listens to books that do not exist and hears nothing`, async () => {
    const refused = (await subscribeBy(BY_BOOK)).filter((seen) => seen !== 'start_ack');
    // A filter's value may have its own limit; nothing else is wrong with a text.
    expect(refused).toEqual([]);
  }, 60_000);

  it(`subscribing accepts none of ${HOSTILE.length} texts as a kind`, async () => {
    const seen = await subscribeBy(BY_KIND);
    expect(seen.filter((message) => !/Variable 'x'/.test(message))).toEqual([]);
  }, 60_000);
});
