import {
  RealtimeConnection,
  type RealtimeMessage,
} from '../../../../tools/conformance/realtimeConnection.ts';
import type { Stack } from '../../../../tools/stack/stack.ts';
import { publish } from '../publish.ts';
import { isDenial, type Prove } from './askers.ts';
import { FIELDS, select, split } from './fields.ts';
import { LIVE_WAYS } from './ways.ts';

/**
 * `Subscription.onBookEvent` and each field that may be pushed, with the document that requests it.
 */
const LIVE: [name: string, document: string][] = FIELDS.flatMap((name): [string, string][] => {
  const [typeName] = split(name);
  if (name === 'Subscription.onBookEvent') return [[name, listenFor('seq')]];
  const way = LIVE_WAYS[typeName];
  return way === undefined ? [] : [[name, listenFor(way.replace('…', `probed: ${select(name)}`))]];
});

function listenFor(selection: string): string {
  return `subscription { onBookEvent(bookId: "$id") { ${selection} } }`;
}

/**
 * The fields that each of several callers receives over the WebSocket. One event is published once
 * all of them listen for each field separately.
 */
export async function observeLive<Name extends string>(
  stack: Stack,
  askers: { [name in Name]: Prove },
  { bookId, seq }: { bookId: string; seq: string },
): Promise<{ [name in Name]: Set<string> }> {
  const names = Object.keys(askers) as Name[];
  const listeners = await Promise.all(names.map((name) => listen(stack, askers[name], bookId)));
  await publish(stack, seq);
  const told = await Promise.all(
    names.map(async (name, at) => [name, await (listeners[at] as Listener).told()] as const),
  );
  return Object.fromEntries(told) as { [name in Name]: Set<string> };
}

interface Listener {
  told(): Promise<Set<string>>;
}

async function listen(stack: Stack, prove: Prove, bookId: string): Promise<Listener> {
  const { graphql, realtime } = stack;
  const { host } = new URL(graphql);
  const authorize = async (url: string, body: string) => ({ host, ...(await prove(url, body)) });
  const proof = await authorize(`${graphql}/connect`, '{}');
  const connection = await RealtimeConnection.open(realtime, 'protocol', proof);
  connection.send({ type: 'connection_init' });
  const first = await connection.until(({ type }) => /^connection_(ack|error)$/.test(type));
  if (first.type === 'connection_error') return deaf(connection, first);
  for (const [name, text] of LIVE) {
    const query = text.replace('$id', bookId);
    const variables = {};
    const data = JSON.stringify({ query, variables });
    connection.start(name, query, variables, await authorize(graphql, data));
  }
  const begun: string[] = [];
  for (const [name] of LIVE) {
    const answer = await connection.until(
      ({ type, id }) => id === name && /^(start_ack|error)$/.test(type),
    );
    if (answer.type === 'start_ack') begun.push(name);
    else refuseOther(answer);
  }
  return {
    async told() {
      const heard = await Promise.all(begun.map((name) => connection.next('data', name)));
      connection.close();
      return new Set(begun.filter((_, at) => hasAnswer(heard[at] as RealtimeMessage)));
    },
  };
}

/** A caller who may not even connect. */
function deaf(connection: RealtimeConnection, refusal: RealtimeMessage): Listener {
  connection.close();
  const [error] = refusal.payload?.errors ?? [];
  // The server's answer when nothing is proven at all.
  const isExpected = error?.message === 'Required headers are missing.';
  if (!isExpected) refuseOther(refusal);
  return { told: async () => new Set() };
}

function refuseOther(message: RealtimeMessage): void {
  const errors = message.payload?.errors ?? [];
  if (errors.length === 0 || !errors.every(isDenial)) throw new Error(JSON.stringify(message));
}

function hasAnswer(message: RealtimeMessage): boolean {
  const errors = message.payload?.errors ?? [];
  if (errors.length === 0) return true;
  refuseOther(message);
  return false;
}
