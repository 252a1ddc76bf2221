import type { CatalogueKind } from '../../domain/waiting/kinds.ts';
import { CATALOGUE } from './catalogue.ts';

/** A select of the ids of all names that are joined to the same one as `id`, an SQL expression. */
export function joinedIds(kind: CatalogueKind, id: string): string {
  const { table } = CATALOGUE[kind];
  return `select j.id from ${table} a join ${table} j on j.joined_to = a.joined_to where a.id = ${id}`;
}
