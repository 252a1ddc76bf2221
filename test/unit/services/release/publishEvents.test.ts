import { expect, test } from 'vitest';
import type { Database, Row } from '../../../../db/database.ts';
import type { GraphqlAnswer } from '../../../../services/lib/api/signedGraphql.ts';
import { publishEvents } from '../../../../services/release/publishEvents.ts';

/** The part of the log that publishing uses: unpublished seqs, and the ones that get marked. */
function logOf(count: number) {
  const unpublished = Array.from({ length: count }, (_, index) => index + 1);
  const database: Database = {
    async query<R extends Row>(sql: string) {
      const rows = sql.includes('count(*)')
        ? [{ remaining: unpublished.length }]
        : unpublished.slice(0, Number(/limit (\d+)/.exec(sql)?.[1])).map((seq) => ({ seq }));
      return rows as unknown as R[];
    },
    async execute(_sql, values = {}) {
      const seqs: number[] = JSON.parse(String(values.seqs));
      for (const seq of seqs) unpublished.splice(unpublished.indexOf(seq), 1);
      return seqs.length;
    },
    transaction: () => Promise.reject(new Error('Publishing needs no transaction')),
  };
  return { database, unpublished };
}

const clock = () => new Date('2026-03-14T00:00:00Z');

function takesAllBut(refused: string[]) {
  const published: string[] = [];
  const sizes: number[] = [];
  const ask = async ({ variables }: { variables: { [name: string]: string } }) => {
    const answer: GraphqlAnswer = { data: {}, errors: [] };
    sizes.push(Object.keys(variables).length);
    for (const [name, seq] of Object.entries(variables)) {
      const alias = name.replace('s', 'e');
      answer.data[alias] = refused.includes(seq) ? null : { seq };
      if (refused.includes(seq)) {
        answer.errors.push({ errorType: 'EventNotFound', message: `no ${seq}`, path: [alias] });
      } else published.push(seq);
    }
    return answer;
  };
  return { ask, published, sizes };
}

test('publishEvents publishes in the order of the log, 25 events at a time', async () => {
  const { database, unpublished } = logOf(60);
  const api = takesAllBut([]);
  expect(await publishEvents({ database, ask: api.ask, clock })).toEqual({
    published: 60,
    remaining: 0,
  });
  expect(api.sizes).toEqual([25, 25, 10]);
  expect(api.published).toEqual(Array.from({ length: 60 }, (_, index) => String(index + 1)));
  expect(unpublished).toEqual([]);
});

test('publishEvents stops at 500 events and returns how many are left', async () => {
  const { database } = logOf(620);
  const { ask } = takesAllBut([]);
  expect(await publishEvents({ database, ask, clock })).toEqual({ published: 500, remaining: 120 });
});

test('publishEvents stops after 20 seconds', async () => {
  const { database } = logOf(100);
  const { ask } = takesAllBut([]);
  let seconds = 0;
  const slow = () => {
    seconds += 5;
    return new Date(seconds * 1000);
  };
  const { published, remaining } = await publishEvents({ database, ask, clock: slow });
  expect(published).toBeLessThan(100);
  expect(published + remaining).toBe(100);
});

test('publishEvents continues after one event that the API refuses, and names it', async () => {
  const { database, unpublished } = logOf(60);
  const { ask } = takesAllBut(['3']);
  await expect(publishEvents({ database, ask, clock })).rejects.toMatchObject({
    name: 'PublishFailed',
    message: expect.stringContaining('3: EventNotFound no 3'),
  });
  expect(unpublished).toEqual([3]);
});

test('publishEvents continues after many events that the API refuses', async () => {
  const { database, unpublished } = logOf(160);
  const refused = Array.from({ length: 80 }, (_, index) => String(index + 1));
  const { ask, published } = takesAllBut(refused);
  await expect(publishEvents({ database, ask, clock })).rejects.toThrow(
    'The API refused 80 events, 80 were published: 1: EventNotFound no 1',
  );
  expect(published).toHaveLength(80);
  expect(unpublished.map(String)).toEqual(refused);
});

test('publishEvents gives up after 500 refused events', async () => {
  const { database } = logOf(1_000);
  const { ask, sizes } = takesAllBut(Array.from({ length: 1_000 }, (_, index) => `${index + 1}`));
  await expect(publishEvents({ database, ask, clock })).rejects.toThrow('refused 500 events');
  expect(sizes).toHaveLength(20);
});

test.each<[string, (aliases: string[]) => GraphqlAnswer['errors']]>([
  ['the request', () => [{ message: 'Validation error' }]],
  [
    'the caller',
    (aliases) =>
      aliases.map((alias) => ({
        errorType: 'Unauthorized',
        message: 'Not Authorized',
        path: [alias],
      })),
  ],
  [
    'all, since its database does not answer',
    (aliases) =>
      aliases.map((alias) => ({ errorType: 'Unavailable', message: 'try later', path: [alias] })),
  ],
  ['only some by name', (aliases) => [{ message: 'timed out', path: aliases.slice(0, 1) }]],
])('publishEvents ends with the first request if the API refuses %s', async (_what, errorsOf) => {
  const { database, unpublished } = logOf(60);
  let requests = 0;
  const ask = async ({ variables }: { variables: { [name: string]: string } }) => {
    requests += 1;
    return {
      data: {},
      errors: errorsOf(Object.keys(variables).map((name) => `e${name.slice(1)}`)),
    };
  };
  await expect(publishEvents({ database, ask, clock })).rejects.toMatchObject({
    name: 'PublishFailed',
  });
  expect(requests).toBe(1);
  expect(unpublished).toHaveLength(60);
});

test('publishEvents marks nothing if the API accepts nothing', async () => {
  const { database, unpublished } = logOf(60);
  const ask = async () => ({ data: {}, errors: [{ message: 'Validation error' }] });
  await expect(publishEvents({ database, ask, clock })).rejects.toThrow('Validation error');
  expect(unpublished).toHaveLength(60);
});
