import { setTimeout as sleep } from 'node:timers/promises';
import type { Belief } from '../belief.ts';
import type { RealtimeConnection, RealtimeMessage, Way } from '../realtimeConnection.ts';
import type { ConformanceTarget } from '../target.ts';

const CLIENT = 'AWS: "Building a real-time WebSocket client in AWS AppSync"';
const LINK = "AWS's client links";
const LISTEN = 'subscription ($run: ID!) { onPublish(run: $run) { run key } }';

/** Speaks with the realtime endpoint, and hangs up in any case. */
const speaking =
  (way: Way, talk: (connection: RealtimeConnection, to: ConformanceTarget) => Promise<unknown>) =>
  async (to: ConformanceTarget) => {
    const connection = await to.connect(way);
    try {
      return await talk(connection, to);
    } finally {
      connection.close();
    }
  };

const listening = (
  talk: (connection: RealtimeConnection, to: ConformanceTarget) => Promise<unknown>,
) =>
  speaking('protocol', async (connection, to) => {
    await connection.acknowledged();
    return talk(connection, to);
  });

const strangerOf = (to: ConformanceTarget) => ({
  ...to.authorization,
  'x-api-key': 'da2-aaaaaaaaaaaaaaaaaaaaaaaaaa',
});

const faultOf = ({ type, payload }: RealtimeMessage) => {
  const { errorType, errorCode } = payload?.errors?.[0] ?? {};
  return { type, errorType, errorCode };
};

export const realtime: Belief[] = [
  ...(['query', 'protocol', 'headers'] as const).map(
    (way): Belief => ({
      id: `realtime.connect-${way}`,
      says: `credentials may come by ${{ query: 'the query of the address', protocol: 'a second sub-protocol', headers: 'HTTP headers' }[way]}; the server chooses graphql-ws`,
      status: way === 'headers' ? 'reported' : 'documented',
      source: way === 'headers' ? LINK : CLIENT,
      see: speaking(way, async (connection) => {
        await connection.acknowledged();
        return connection.protocol;
      }),
      expected: 'graphql-ws',
    }),
  ),
  {
    id: 'realtime.ack',
    says: 'the acknowledgement gives the timeout of 300,000 ms',
    status: 'documented',
    source: CLIENT,
    see: speaking('protocol', async (connection) => {
      connection.send({ type: 'connection_init' });
      return (await connection.next('connection_ack')).payload;
    }),
    expected: { connectionTimeoutMs: 300_000 },
  },
  {
    id: 'realtime.keep-alive',
    says: 'the first sign of life comes at once',
    status: 'documented',
    source: CLIENT,
    see: listening(async (connection) => (await connection.next('ka')).type),
    expected: 'ka',
  },
  {
    id: 'realtime.wrong-key',
    says: 'a connection with an unknown key is told connection_error with the code 401, and closed',
    status: 'reported',
    source: LINK,
    see: async (to) => {
      const connection = await to.connect('protocol', strangerOf(to));
      try {
        connection.send({ type: 'connection_init' });
        const told = faultOf(await connection.next('connection_error'));
        return { ...told, hungUp: await connection.hungUp(5_000) };
      } finally {
        connection.close();
      }
    },
    expected: {
      type: 'connection_error',
      errorType: 'UnauthorizedException',
      errorCode: 401,
      hungUp: true,
    },
  },
  {
    id: 'realtime.start',
    says: 'a subscription is acknowledged, told of events, and completed when it is stopped',
    status: 'documented',
    source: CLIENT,
    see: listening(async (connection, to) => {
      const run = crypto.randomUUID();
      const { type } = await connection.subscribe('one', LISTEN, { run });
      await to.ask(`mutation { publish(run: "${run}", key: "k") { run key } }`);
      const { payload } = await connection.next('data', 'one');
      connection.send({ type: 'stop', id: 'one' });
      await connection.next('complete', 'one');
      return { type, key: payload?.data.onPublish.key };
    }),
    expected: { type: 'start_ack', key: 'k' },
  },
  {
    id: 'realtime.stopped',
    says: 'nothing comes after the completion',
    status: 'documented',
    source: CLIENT,
    see: listening(async (connection, to) => {
      const run = crypto.randomUUID();
      for (const id of ['one', 'two']) await connection.subscribe(id, LISTEN, { run });
      connection.send({ type: 'stop', id: 'one' });
      await connection.next('complete', 'one');
      await to.ask(`mutation { publish(run: "${run}", key: "k") { run key } }`);
      await connection.next('data', 'two');
      await sleep(to.settings.settle);
      return connection.received('one').length;
    }),
    expected: 0,
  },
  {
    id: 'realtime.duplicate',
    says: 'an id that is in use is answered with an error',
    status: 'reported',
    source: 'AppSync emulators',
    see: listening(async (connection) => {
      const run = crypto.randomUUID();
      await connection.subscribe('one', LISTEN, { run });
      connection.start('one', LISTEN, { run });
      return faultOf(await connection.next('error', 'one'));
    }),
    expected: { type: 'error', errorType: 'DuplicatedOperationError' },
  },
  {
    id: 'realtime.unauthorized-start',
    says: 'each subscription proves itself: one with an unknown key is refused on an open connection',
    status: 'documented',
    source: CLIENT,
    see: listening(async (connection, to) => {
      connection.start('one', LISTEN, { run: 'x' }, strangerOf(to));
      return faultOf(await connection.next('error', 'one'));
    }),
    expected: { type: 'error', errorType: 'UnauthorizedException' },
  },
  {
    id: 'realtime.query',
    says: 'a query is not started',
    status: 'open',
    source: 'not known',
    see: listening(async (connection) => {
      const { type } = await connection.subscribe('one', '{ echo }');
      return type;
    }),
    expected: 'error',
  },
  {
    id: 'realtime.invalid',
    says: 'a subscription to a field that does not exist is answered with an error',
    status: 'reported',
    source: LINK,
    see: listening(async (connection) => {
      const { type } = await connection.subscribe('one', 'subscription { onNothing { run } }');
      return type;
    }),
    expected: 'error',
  },
  {
    id: 'realtime.refused',
    says: "an error of the subscription's resolver refuses the subscription",
    status: 'documented',
    source: 'AWS: "Using subscriptions for real-time data"',
    see: listening(async (connection) => {
      const { type, payload } = await connection.subscribe(
        'one',
        'subscription { onRefused { run } }',
      );
      return { type, message: payload?.errors?.[0]?.message };
    }),
    expected: { type: 'error', message: 'Nobody may listen' },
  },
  {
    id: 'realtime.unknown-message',
    says: 'a message of an unknown type is answered with UnsupportedOperation',
    status: 'reported',
    source: LINK,
    see: listening(async (connection) => {
      connection.send({ type: 'greet', id: 'one' });
      return faultOf(await connection.next('error'));
    }),
    expected: { type: 'error', errorType: 'UnsupportedOperation' },
  },
  {
    id: 'realtime.no-greeting',
    says: 'connection_init may be left out: a subscription starts without it',
    status: 'documented',
    source: CLIENT,
    see: speaking('protocol', async (connection) => {
      const { type } = await connection.subscribe('one', LISTEN, { run: 'x' });
      return type;
    }),
    expected: 'start_ack',
  },
  {
    id: 'realtime.invalidated',
    says: 'an invalidated subscription is completed',
    status: 'open',
    source: 'the wire message is not documented',
    see: listening(async (connection, to) => {
      const run = crypto.randomUUID();
      const query = 'subscription ($run: ID!) { onInvalidated(run: $run) { run key } }';
      await connection.subscribe('one', query, { run });
      const { errors } = await to.ask(`mutation { invalidate(run: "${run}") }`);
      if (errors !== undefined) return errors.map(({ message }) => message);
      const { type } = await connection.until(
        ({ id, type }) => id === 'one' && type !== 'start_ack',
      );
      return type;
    }),
    expected: 'complete',
  },
];
