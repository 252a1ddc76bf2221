import { util } from '@aws-appsync/utils';
import type { CatalogueKind } from '../generated/schema.ts';
import { fail } from './fail.ts';

/** An id as the database can compare it: empty, which nothing has, when nothing can have this one. */
export function catalogueId(id: string): string {
  return util.matches('^[!-~]{1,40}\\z', id) ? id : '';
}

/** Fails as the schema says when there is no contributor or series of this id. */
export function notFound(kind: CatalogueKind, argument: string, id: string): never {
  if (kind === 'SERIES') fail('SeriesNotFound', `${argument}: no series has the id "${id}"`);
  fail('ContributorNotFound', `${argument}: no contributor has the id "${id}"`);
}
