import {
  RealtimeConnection,
  type RealtimeMessage,
  type Way,
} from '../../../../tools/conformance/realtimeConnection.ts';
import type { Stack } from '../../../../tools/stack/stack.ts';

/**
 * Where a token can be presented: over HTTP, in the three ways of a connection, and for a
 * subscription.
 */
export const DOORS = ['HTTP', 'query', 'protocol', 'headers', 'start'] as const;
export type Door = (typeof DOORS)[number];

/** `unsendable` if no client could send this as a header. */
export type Seen = 'let in' | 'refused' | 'unsendable' | `answered ${string}`;

/** Presents a token at one door. */
export async function present(stack: Stack, door: Door, token: string): Promise<Seen> {
  if (
    (door === 'HTTP' || door === 'headers') &&
    !/^[\x21-\xff](?:[\x20-\xff]*[\x21-\xff])?$/.test(token)
  )
    return 'unsendable';
  if (door === 'HTTP') return ask(stack, token);
  if (door === 'start') return start(stack, token);
  return connect(stack, door, token);
}

async function ask(stack: Stack, token: string): Promise<Seen> {
  const response = await fetch(stack.graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: token },
    body: '{"query":"{ viewer { id } latestBookEventCursor }"}',
  });
  const text = await response.text();
  if (isTooLong(response.status, token)) return 'refused';
  const { data, errors } = JSON.parse(text) as {
    data?: { viewer?: { id: string } | null };
    errors?: Refusal[];
  };
  if (response.status === 401 && !data && isUnauthorized(errors)) return 'refused';
  return data?.viewer ? 'let in' : `answered ${response.status} ${text}`;
}

async function connect(stack: Stack, way: Way, token: string): Promise<Seen> {
  let connection: RealtimeConnection;
  try {
    connection = await RealtimeConnection.open(stack.realtime, way, proof(stack, token));
  } catch (error) {
    // The token makes the address or the headers too long to be read.
    if (isTooLong(Number(/\d+$/.exec((error as Error).message)), token)) return 'refused';
    throw error;
  }
  try {
    connection.send({ type: 'connection_init' });
    const answer = await connection.until((one) => /^connection_(ack|error)$/.test(one.type));
    return seenBy('connection_ack', answer);
  } finally {
    connection.close();
  }
}

/** Connects with the public key and presents the token for a subscription. */
async function start(stack: Stack, token: string): Promise<Seen> {
  const key = { host: new URL(stack.graphql).host, 'x-api-key': stack.apiKey };
  const connection = await RealtimeConnection.open(stack.realtime, 'protocol', key);
  try {
    await connection.acknowledged();
    const subscription = 'subscription { onBookEvent { seq kind bookId } }';
    connection.start('1', subscription, {}, proof(stack, token));
    const answer = await connection.until((one) => /^(start_ack|error)$/.test(one.type));
    return seenBy('start_ack', answer);
  } finally {
    connection.close();
  }
}

interface Refusal {
  errorType?: string | null;
}

function isUnauthorized(errors: Refusal[] = []): boolean {
  return (
    errors.length > 0 && errors.every(({ errorType }) => errorType === 'UnauthorizedException')
  );
}

function seenBy(welcome: string, { type, payload }: RealtimeMessage): Seen {
  if (type === welcome) return 'let in';
  return isUnauthorized(payload?.errors) ? 'refused' : `answered ${JSON.stringify(payload)}`;
}

/**
 * Whether a server in front of AppSync stopped reading because headers or address exceed every
 * server's limit. Some answer 400 or 494 where others answer 413, 414 or 431.
 */
function isTooLong(status: number, token: string): boolean {
  return [400, 413, 414, 431, 494].includes(status) && token.length > MOST_LETTERS;
}

/** Every server accepts headers of this total size. */
const MOST_LETTERS = 4_096;

const proof = (stack: Stack, token: string) => ({
  host: new URL(stack.graphql).host,
  Authorization: token,
});
