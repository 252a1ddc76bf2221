import type { Belief } from '../belief.ts';
import type { ConformanceTarget } from '../target.ts';

const PLAIN = 'AWS: "Using subscriptions for real-time data"';

/** The message that a subscription with this selection gets of a mutation with that one. */
const hearing = (selected: string, published: string) => async (to: ConformanceTarget) => {
  const run = crypto.randomUUID();
  const connection = await to.connect();
  try {
    await connection.acknowledged();
    const query = `subscription ($run: ID!) { onPublish(run: $run) { ${selected} } }`;
    await connection.subscribe('one', query, { run });
    await to.ask(
      `mutation ($run: ID!) {
        publish(run: $run, key: "k", text: "t", n: 1, must: "m") { run ${published} }
      }`,
      { run },
    );
    const { payload } = await connection.next('data', 'one');
    const messages = payload?.errors?.map(({ message }) => message);
    return { event: payload?.data?.onPublish, errors: messages };
  } finally {
    connection.close();
  }
};

export const events: Belief[] = [
  {
    id: 'events.selection',
    says: 'an event holds what the mutation selected: anything else is null',
    status: 'documented',
    source: PLAIN,
    see: hearing('key text n', 'key text'),
    expected: { event: { key: 'k', text: 't', n: null } },
  },
  {
    id: 'events.required',
    says: 'a required field that the mutation did not select is told as an error of the message',
    status: 'documented',
    source: PLAIN,
    see: hearing('key must', 'key'),
    expected: {
      event: null,
      errors: [
        /^Cannot return null for non-nullable type: 'String' within parent 'Change' \(\/onPublish\/must\)/,
      ],
    },
  },
  {
    id: 'events.alias',
    says: 'aliases of the mutation do not reach the event: fields are matched by their names',
    status: 'open',
    source: 'not known',
    see: hearing('key text', 'key other: text'),
    expected: { event: { key: 'k', text: 't' } },
  },
  {
    id: 'events.not-by-query',
    says: 'only a mutation of the API sends events, whatever it answers to its own caller',
    status: 'documented',
    source: PLAIN,
    see: async (to) => {
      const run = crypto.randomUUID();
      const connection = await to.connect();
      try {
        await connection.acknowledged();
        const listen = 'subscription ($run: ID!) { onPublish(run: $run) { key } }';
        await connection.subscribe('one', listen, { run });
        await to.ask('{ echo(value: "a") }');
        await to.ask(`mutation { publish(run: "${run}", key: "k") { run key } }`);
        await connection.next('data', 'one');
        return connection.received('one').map(({ payload }) => payload?.data.onPublish.key);
      } finally {
        connection.close();
      }
    },
    expected: ['k'],
  },
];
