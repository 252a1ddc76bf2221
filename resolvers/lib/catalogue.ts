import { util } from '@aws-appsync/utils';
import type { CatalogueKind } from '../generated/schema.ts';
import { fail } from './fail.ts';

/** Where contributors and series are kept, in SQL. */
interface Kept {
  table: string;
  /** The books of each, and the column there that names it. */
  links: string;
  column: string;
  /** That the part in a book `l` is one for which the standing subscription `w` was made. */
  counts: string;
}

export const KEPT: { [kind in CatalogueKind]: Kept } = {
  CONTRIBUTOR: {
    table: 'contributor',
    links: 'book_contributor',
    column: 'contributor_id',
    counts: ' and json_contains(w.roles, json_quote(l.role))',
  },
  SERIES: { table: 'series', links: 'book_series', column: 'series_id', counts: '' },
};

/** The ids of all that are one with `:id`, as a select. */
export function joinedIds(kind: CatalogueKind): string {
  const { table } = KEPT[kind];
  return `select j.id from ${table} a join ${table} j on j.joined_to = a.joined_to where a.id = :id`;
}

/** An id as the database can compare it: empty, which nothing has, when nothing can have this one. */
export function catalogueId(id: string): string {
  return util.matches('^[!-~]{1,40}\\z', id) ? id : '';
}

/** Fails as the schema says when there is no contributor or series of this id. */
export function notFound(kind: CatalogueKind, argument: string, id: string): never {
  if (kind === 'SERIES') fail('SeriesNotFound', `${argument}: no series has the id "${id}"`);
  fail('ContributorNotFound', `${argument}: no contributor has the id "${id}"`);
}
