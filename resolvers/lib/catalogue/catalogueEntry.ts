import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import type { CatalogueKind, Contributor, Series } from '../../generated/schema.ts';

/**
 * The own fields of a contributor or a series; its books and its subscription are resolved
 * separately.
 */
export type Entry = Omit<Contributor & Series, 'subscription' | 'upcomingBooks'>;

/** SQL for the entry of the row `alias` of `contributor` or `series`, as JSON that `toEntry` reads. */
export function entryObject(kind: CatalogueKind, alias: string): string {
  const { table } = CATALOGUE[kind];
  return `json_object('id', ${alias}.id, 'name', ${alias}.name, 'reading', ${alias}.reading,
  'aliases', (select json_arrayagg(other.name) from ${table} other
    where other.joined_to = ${alias}.id and other.id <> ${alias}.id))`;
}

/** An entry as it comes from the database: a subquery's result may be a JSON string. */
export interface RawEntry {
  id: string;
  name: string;
  reading: string | null;
  aliases: string[] | string | null;
}

export function toEntry(raw: RawEntry): Entry {
  const { id, name, reading } = raw;
  const aliases =
    typeof raw.aliases === 'string' ? (JSON.parse(raw.aliases) as string[]) : raw.aliases;
  return { id, name, reading, aliases: (aliases ?? []).sort() };
}
