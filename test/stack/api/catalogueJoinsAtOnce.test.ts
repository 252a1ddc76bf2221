import { type Connection, createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import * as record from '../../../resolvers/functions/catalogue/recordJoin.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { createRandom } from '../../../tools/testing/random.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { waitsForLock } from '../../support/waitsForLock.ts';
import { anOperator, asked } from '../../unit/resolvers/resolving.ts';
import { addNames, KINDS, type Kind, openCatalogue, standingFor } from './catalogue.ts';

const database = () => openStackDatabase(testStack());

let operator: Awaited<ReturnType<typeof openCatalogue>>;
/** The administrator of the stack’s database. */
let root: Connection;
beforeAll(async () => {
  operator = await openCatalogue();
  root = await createConnection({ socketPath: testStack().shop.socketPath, user: 'root' });
});
afterAll(() => root?.end());

/** The name that each id counts for when exactly these joins are in force. */
function expected(ids: string[], standing: Iterable<{ from: string; into: string }>) {
  const joins = new Map([...standing].map(({ from, into }) => [from, into]));
  const top = (id: string): string => {
    const next = joins.get(id);
    return next === undefined ? id : top(next);
  };
  return Object.fromEntries(ids.map((id) => [id, top(id)]));
}

describe.each(KINDS)('%s', (kind) => {
  it('concurrent joins leave names counting for what the remaining joins say, in any order', async () => {
    const ids = await addNames(database(), kind, 9, 2);
    const random = createRandom(20170826);
    const standing = new Map<string, { from: string; into: string }>();
    let refused = 0;
    for (let step = 0; step < 60; step += 1) {
      if (random.chance(0.4) && standing.size > 0) {
        const id = random.pick([...standing.keys()]);
        await operator.separate(id);
        standing.delete(id);
      } else {
        const answer = await operator.join(kind, random.pick(ids), random.pick(ids));
        if (typeof answer === 'string') refused += 1;
        else standing.set(answer.id, { from: answer.fromId, into: answer.intoId });
      }
      expect(await standingFor(database(), kind, ids), `step ${step}`).toEqual(
        expected(ids, standing.values()),
      );
    }
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(40);
    for (const id of standing.keys()) await operator.separate(id);
    expect(await standingFor(database(), kind, ids)).toEqual(expected(ids, []));
  }, 120_000);

  it('concurrent joins never join two names to each other while the first is being written', async () => {
    const [a = '', b = ''] = await addNames(database(), kind, 2);
    let late: ReturnType<typeof operator.join> | undefined;
    await database().transaction(async (first) => {
      await recordJoin(first, kind, a, b);
      late = operator.join(kind, b, a);
      expect(await waitsForLock(late, root, 'catalogue_join')).toBe(true);
    });
    expect(await late).toBe('InvalidArgument');
    await operator.join(kind, a, b);
    expect(await standingFor(database(), kind, [a, b])).toEqual({ [a]: b, [b]: b });
  });

  it('two operators’ concurrent joins lead to one of the names, never to each other', async () => {
    for (let round = 0; round < 12; round += 1) {
      const [a = '', b = '', c = ''] = await addNames(database(), kind, 3);
      const asked = [
        [a, b],
        [b, a],
        [a, c],
        [c, b],
      ];
      await Promise.all(asked.map(([from = '', into = '']) => operator.join(kind, from, into)));
      // Retry what was answered with "try again".
      for (const [from = '', into = ''] of asked) {
        expect(await operator.join(kind, from, into)).not.toBe('Unavailable');
      }
      const seen = await standingFor(database(), kind, [a, b, c]);
      expect(new Set(Object.values(seen)).size, JSON.stringify(seen)).toBe(1);
      expect(seen).toEqual(expected([a, b, c], await joinsOf([a, b, c])));
    }
  }, 120_000);
});

/** The statement with which a join begins, without what follows. */
async function recordJoin(transaction: Database, kind: Kind, from: string, into: string) {
  const request = asked({ identity: anOperator, args: { kind, from, into } });
  const { statements, variableMap = {} } = record.request(request);
  const values = Object.entries(variableMap).map(([name, value]) => [name.slice(1), value]);
  await transaction.execute(String(statements[0]), Object.fromEntries(values));
}

async function joinsOf(ids: string[]) {
  return database().query<{ from: string; into: string }>(
    `select from_id as \`from\`, into_id as \`into\` from catalogue_join
     where stands = 1 and json_contains(:ids, json_quote(from_id))`,
    { ids: JSON.stringify(ids) },
  );
}

describe('a book that a merge links during a join', () => {
  it('a book linked during a join goes to what its contributor was joined to', async () => {
    const [a = '', b = ''] = await addNames(database(), 'CONTRIBUTOR', 2);
    let join: ReturnType<typeof operator.join> | undefined;
    await database().transaction(async (merge) => {
      await merge.execute(
        `insert into book_contributor (book_id, place, role, stated_id, contributor_id)
         select concat(c.id, '-new'), 0, 'AUTHOR', c.id, c.joined_to
         from contributor c where c.id = :a`,
        { a },
      );
      join = operator.join('CONTRIBUTOR', a, b);
      expect(await waitsForLock(join, root)).toBe(true);
    });
    expect(await join).toMatchObject({ fromId: a, intoId: b });
    expect(await standingFor(database(), 'CONTRIBUTOR', [a, b])).toEqual({ [a]: b, [b]: b });
  });
});

describe('a contributor with 10,000 books', () => {
  it.each(KINDS)(
    'a contributor with 10,000 books is joined and separated in moments: %s',
    async (kind: Kind) => {
      const [many = ''] = await addNames(database(), kind, 1, 10_000);
      const [other = ''] = await addNames(database(), kind, 1);
      const began = performance.now();
      const join = await operator.join(kind, many, other);
      const joined = performance.now() - began;
      if (typeof join === 'string') throw new Error(join);
      await operator.separate(join.id);
      const separated = performance.now() - began - joined;
      console.info(
        `${kind}: joined in ${joined.toFixed(0)} ms, separated in ${separated.toFixed(0)} ms`,
      );
      expect(await standingFor(database(), kind, [many, other])).toEqual({
        [many]: many,
        [other]: other,
      });
      // A third of the time that one statement may take.
      expect(Math.max(joined, separated)).toBeLessThan(15_000);
    },
  );
});
