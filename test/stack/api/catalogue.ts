import { randomBytes } from 'node:crypto';
import type { Database } from '../../../db/database.ts';
import { ask, type GraphqlAnswer, signIn } from '../../support/graphql.ts';
import { testStack } from '../../support/testStack.ts';

/** What operators can join. */
export type Kind = 'CONTRIBUTOR' | 'SERIES';
export const KINDS: Kind[] = ['CONTRIBUTOR', 'SERIES'];

const TABLES = {
  CONTRIBUTOR: { names: 'contributor', links: 'book_contributor', of: 'contributor_id' },
  SERIES: { names: 'series', links: 'book_series', of: 'series_id' },
};

export interface Joined {
  id: string;
  fromId: string;
  fromName: string;
  intoId: string;
  intoName: string;
  joinedBy: string;
  separatedBy: string | null;
  separatedAt: string | null;
}

const JOINED = 'id kind fromId fromName intoId intoName joinedBy joinedAt separatedBy separatedAt';

/** Names with `books` books each, as a merge leaves them; gives their ids. */
export async function addNames(
  database: Database,
  kind: Kind,
  count: number,
  books = 1,
): Promise<string[]> {
  const { names, links, of } = TABLES[kind];
  const ids = Array.from(
    { length: count },
    () => `${kind[0]?.toLowerCase()}-${randomBytes(10).toString('hex')}`,
  );
  for (const id of ids) {
    await database.execute(
      `insert into ${names} (id, name_key, name, joined_to, created_at)
       values (:id, :id, concat('名', :id), :id, utc_timestamp(6))`,
      { id },
    );
    const more = kind === 'CONTRIBUTOR' ? ['place, role,', "0, 'AUTHOR',"] : ['', ''];
    await database.execute(
      `insert into ${links} (book_id, ${more[0]} stated_id, ${of})
       with recursive n (n) as (select 1 union all select n + 1 from n where n < least(:books, 1000))
       select concat(:id, '-', n.n, '-', m.n), ${more[1]} :id, :id from n
       join n m on m.n <= ceil(:books / 1000)`,
      { id, books },
    );
  }
  return ids;
}

/** What each name and each of its books stands for, by the name. */
export async function standingFor(
  database: Database,
  kind: Kind,
  ids: string[],
): Promise<{ [id: string]: string }> {
  const { names, links, of } = TABLES[kind];
  const rows = await database.query<{ id: string; main: string; first: string; last: string }>(
    `select n.id, n.joined_to as main, min(l.${of}) as first, max(l.${of}) as last
     from ${names} n join ${links} l on l.stated_id = n.id
     where json_contains(:ids, json_quote(n.id)) group by n.id, n.joined_to`,
    { ids: JSON.stringify(ids) },
  );
  return Object.fromEntries(
    rows.map(({ id, main, first, last }) => [
      id,
      first === main && last === main ? main : `books at ${first} and ${last}, name at ${main}`,
    ]),
  );
}

/** What operators do, as one who is signed in. */
export async function openCatalogue() {
  const { operator } = testStack();
  const token = await signIn(testStack(), operator.login, operator.password);
  return {
    join: async (kind: Kind, from: string, into: string) =>
      read<Joined>(
        await ask(
          testStack(),
          `mutation ($kind: CatalogueKind!, $from: ID!, $into: ID!) {
             done: joinInCatalogue(kind: $kind, from: $from, into: $into) { ${JOINED} } }`,
          { kind, from, into },
          token,
        ),
      ),
    separate: async (id: string) =>
      read<Joined>(
        await ask(
          testStack(),
          `mutation ($id: ID!) { done: separateInCatalogue(id: $id) { ${JOINED} } }`,
          { id },
          token,
        ),
      ),
    joins: async (kind: Kind, first: number, after: string | null = null) =>
      read<{ joins: Joined[]; endCursor: string | null }>(
        await ask(
          testStack(),
          `query ($kind: CatalogueKind!, $first: Int, $after: String) {
             done: catalogueJoins(kind: $kind, first: $first, after: $after) {
               joins { ${JOINED} } endCursor } }`,
          { kind, first, after },
          token,
        ),
      ),
  };
}

/** The answer, or the type of the error in its place. */
function read<T>({ data, errors }: GraphqlAnswer<Record<string, unknown>>): T | string {
  const [error] = errors ?? [];
  if (error !== undefined) return error.errorType ?? error.message;
  // The document names its only field so, and the caller states its shape.
  return data?.done as T;
}
