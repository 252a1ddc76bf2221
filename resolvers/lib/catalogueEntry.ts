import { KEPT } from '../../db/sql/kept.ts';
import type { CatalogueKind, Contributor, Series } from '../generated/schema.ts';
import type { Row } from './rows.ts';
import { json } from './values.ts';

/** What is told of a contributor or a series itself; its books and its subscription are asked for by themselves. */
export type ContributorEntry = Omit<Contributor, 'subscription' | 'upcomingBooks'>;
export type SeriesEntry = Omit<Series, 'subscription' | 'upcomingBooks'>;

/** SQL for the entry of the row `alias` of `contributor` or `series`, as JSON that `toEntry` reads. */
export function entryObject(kind: CatalogueKind, alias: string): string {
  const { table } = KEPT[kind];
  return `json_object('id', ${alias}.id, 'name', ${alias}.name, 'reading', ${alias}.reading,
  'aliases', (select json_arrayagg(other.name) from ${table} other
    where other.joined_to = ${alias}.id and other.id <> ${alias}.id))`;
}

/** An entry as it comes from the database: what a subquery gave may be JSON in a text. */
export interface RawEntry {
  id: string;
  name: string;
  reading: string | null;
  aliases: string[] | string | null;
}

export function toEntry(raw: RawEntry): ContributorEntry & SeriesEntry {
  const { id, name, reading } = raw;
  const aliases =
    typeof raw.aliases === 'string' ? (JSON.parse(raw.aliases) as string[]) : raw.aliases;
  return { id, name, reading, aliases: (aliases ?? []).sort() };
}

/** The statement that finds the entry of `:id`, or of what that is joined to. */
export function findEntry(kind: CatalogueKind): string {
  const { table } = KEPT[kind];
  return `select ${entryObject(kind, 'e')} as entry
from ${table} n join ${table} e on e.id = n.joined_to where n.id = :id`;
}

/** The entry that it found; null when there is none. */
export function foundEntry(row: Row | null): (ContributorEntry & SeriesEntry) | null {
  const raw = row === null ? undefined : json<RawEntry>(row.entry);
  return raw === undefined ? null : toEntry(raw);
}
