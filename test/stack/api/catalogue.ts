import { randomBytes } from 'node:crypto';
import { operateCatalogue } from '../../../client/src/operateCatalogue.ts';
import { ShinkanError } from '../../../client/src/shinkanError.ts';
import type { Database } from '../../../db/database.ts';
import { askAsOperator } from '../../../tools/stack/askAsOperator.ts';
import { testStack } from '../../../tools/testing/testStack.ts';

/** What operators can join. */
export type Kind = 'CONTRIBUTOR' | 'SERIES';
export const KINDS: Kind[] = ['CONTRIBUTOR', 'SERIES'];

const TABLES = {
  CONTRIBUTOR: { names: 'contributor', links: 'book_contributor', of: 'contributor_id' },
  SERIES: { names: 'series', links: 'book_series', of: 'series_id' },
};

/** Creates names with `books` books each, as a merge leaves them; returns their ids. */
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

/** The name that each name and its books currently count for, by id. */
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

/** The operators' requests; a rejected one returns its error type instead of an answer. */
export async function openCatalogue() {
  const catalogue = operateCatalogue(await askAsOperator(testStack()));
  return {
    join: (kind: Kind, from: string, into: string) => orType(catalogue.join(kind, from, into)),
    separate: (id: string) => orType(catalogue.separate(id)),
    joins: (kind: Kind, first: number, after: string | null = null) =>
      orType(catalogue.joins(kind, { first, ...(after === null ? {} : { after }) })),
  };
}

async function orType<T>(answer: Promise<T>): Promise<T | string> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ShinkanError && error.errorType) return error.errorType;
    throw error;
  }
}
