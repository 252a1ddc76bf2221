import { beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueJoin } from '../../../client/src/operateCatalogue.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { ask } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { addNames, KINDS, type Kind, openCatalogue, standingFor } from './catalogue.ts';

const database = () => openStackDatabase(testStack());
const standing = (kind: Kind, ids: string[]) => standingFor(database(), kind, ids);

let operator: Awaited<ReturnType<typeof openCatalogue>>;
beforeAll(async () => {
  operator = await openCatalogue();
});

async function joined(kind: Kind, from: string, into: string): Promise<CatalogueJoin> {
  const answer = await operator.join(kind, from, into);
  if (typeof answer === 'string') throw new Error(answer);
  return answer;
}

describe.each(KINDS)('joining in the catalogue: %s', (kind) => {
  it('a join moves the books of one to the other, and its separation moves them back', async () => {
    const [a = '', b = ''] = await addNames(database(), kind, 2, 3);
    const join = await joined(kind, a, b);
    expect(join).toMatchObject({
      kind,
      fromId: a,
      fromName: `名${a}`,
      intoId: b,
      intoName: `名${b}`,
    });
    expect(join.separatedAt).toBeNull();
    expect(await standing(kind, [a, b])).toEqual({ [a]: b, [b]: b });

    expect(await operator.separate(join.id)).toMatchObject({
      id: join.id,
      separatedBy: join.joinedBy,
    });
    expect(await standing(kind, [a, b])).toEqual({ [a]: a, [b]: b });
  });

  it('a join changes nothing when repeated, and can be made again', async () => {
    const [a = '', b = ''] = await addNames(database(), kind, 2);
    const first = await joined(kind, a, b);
    expect(await operator.join(kind, a, b)).toEqual(first);
    const apart = await operator.separate(first.id);
    expect(await operator.separate(first.id)).toEqual(apart);
    const again = await joined(kind, a, b);
    expect(again.id).not.toBe(first.id);
    // A separated join stays separated, and separating it again changes nothing.
    expect(await operator.separate(first.id)).toEqual(apart);
    expect(await standing(kind, [a, b])).toEqual({ [a]: b, [b]: b });
  });

  it('a join takes along whoever was joined to it before, and no further', async () => {
    const ids = await addNames(database(), kind, 5);
    const [a = '', b = '', c = '', d = '', e = ''] = ids;
    const ab = await joined(kind, a, b);
    // Each is named by what it counts for.
    expect(await joined(kind, a, c)).toMatchObject({ fromId: b, intoId: c });
    const cd = await joined(kind, c, d);
    await joined(kind, e, a);
    expect(await standing(kind, ids)).toEqual({ [a]: d, [b]: d, [c]: d, [d]: d, [e]: d });

    await operator.separate(ab.id);
    expect(await standing(kind, ids)).toEqual({ [a]: a, [b]: d, [c]: d, [d]: d, [e]: d });
    await operator.separate(cd.id);
    expect(await standing(kind, ids)).toEqual({ [a]: a, [b]: c, [c]: c, [d]: d, [e]: d });
  });

  it('a join is rejected for ids that do not exist and for two that are one already', async () => {
    const [a = '', b = '', c = ''] = await addNames(database(), kind, 3);
    const missing = kind === 'SERIES' ? 'SeriesNotFound' : 'ContributorNotFound';
    for (const none of ['', 'none', a.slice(0, -1), '著者', `${a}' or '1`, 'x'.repeat(5000)]) {
      expect(await operator.join(kind, none, b), none).toBe(missing);
      expect(await operator.join(kind, a, none), none).toBe(missing);
      expect(await operator.separate(none), none).toBe('CatalogueJoinNotFound');
    }
    expect(await operator.join(kind, a, a)).toBe('InvalidArgument');
    await joined(kind, a, b);
    expect(await operator.join(kind, b, a)).toBe('InvalidArgument');
    await joined(kind, c, a);
    expect(await operator.join(kind, c, b)).toBe('InvalidArgument');
    expect(await standing(kind, [a, b, c])).toEqual({ [a]: b, [b]: b, [c]: b });
  });

  it('a join that another operator left half done is completed', async () => {
    const [a = '', b = ''] = await addNames(database(), kind, 2);
    await database().execute(
      `insert into catalogue_join
         (id, kind, from_id, into_id, asked_from_id, asked_into_id, stands, joined_by, joined_at)
       values (concat('j-', :a), :kind, :a, :b, :a, :b, 1, '1', utc_timestamp(6))`,
      { a, b, kind },
    );
    expect(await operator.join(kind, a, b)).toMatchObject({ id: `j-${a}` });
    expect(await standing(kind, [a, b])).toEqual({ [a]: b, [b]: b });
    await database().execute('update catalogue_join set stands = null where from_id = :a', { a });
    await operator.separate(`j-${a}`);
    expect(await standing(kind, [a, b])).toEqual({ [a]: a, [b]: b });
  });

  it('joins are listed newest first, page by page', async () => {
    const [a = '', b = '', c = '', d = ''] = await addNames(database(), kind, 4);
    const made = [await joined(kind, a, b), await joined(kind, c, d), await joined(kind, b, d)];
    const newest = made.map(({ id }) => id).reverse();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof operator.joins>> = await operator.joins(kind, 2, after);
      if (typeof page === 'string') throw new Error(page);
      seen.push(...page.joins.map(({ id }) => id));
      after = page.endCursor;
    } while (after !== null && seen.length < 6);
    expect(seen.slice(0, 3)).toEqual(newest);
    expect(new Set(seen).size).toBe(seen.length);
    expect(await operator.joins(kind, 2, 'x')).toBe('InvalidCursor');
    expect(await operator.joins(kind, 0)).toBe('InvalidArgument');
  });
});

describe.each([
  ['CONTRIBUTOR', 'contributor'],
  ['SERIES', 'series'],
] as const)('requests for a joined %s', (kind, field) => {
  const askFor = async (id: string) => {
    const document = `query ($id: ID!) { ${field}(id: $id) { id name aliases } }`;
    return (await ask(testStack(), document, { id })).data?.[field];
  };

  it('requests for a joined id return the one, and both again after the separation', async () => {
    const [a = '', b = ''] = await addNames(database(), kind, 2);
    const join = await joined(kind, a, b);
    const both = { id: b, name: `名${b}`, aliases: [`名${a}`] };
    expect([await askFor(a), await askFor(b)]).toEqual([both, both]);
    await operator.separate(join.id);
    const alone = (id: string) => ({ id, name: `名${id}`, aliases: [] });
    expect([await askFor(a), await askFor(b)]).toEqual([alone(a), alone(b)]);
  });
});

describe('waiting members', () => {
  it('a join has the books of members who wait processed again, on both sides', async () => {
    const [a = '', b = '', c = ''] = await addNames(database(), 'SERIES', 3);
    const wait = () =>
      database().execute(
        `insert into standing_subscription
           (member_id, kind, target_id, created_at, consent_source, caught_up_at)
         select concat('waits-', id), 'SERIES', id, utc_timestamp(6), 'test', utc_timestamp(6)
         from series where id in (:a, :b, :c)
         on duplicate key update caught_up_at = values(caught_up_at)`,
        { a, b, c },
      );
    const behind = async () =>
      (
        await database().query<{ target_id: string }>(
          `select target_id from standing_subscription
           where caught_up_at is null and kind = 'SERIES' and target_id in (:a, :b, :c)`,
          { a, b, c },
        )
      ).map(({ target_id }) => target_id);
    await wait();
    const join = await joined('SERIES', a, b);
    expect((await behind()).sort()).toEqual([a, b].sort());
    await wait();
    await operator.separate(join.id);
    expect((await behind()).sort()).toEqual([a, b].sort());
    await database().execute("delete from standing_subscription where consent_source = 'test'");
  });
});
