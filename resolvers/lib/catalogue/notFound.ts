import type { CatalogueKind } from '../../generated/schema.ts';
import { fail } from '../request/fail.ts';

/** Fails as the schema says if there is no contributor or series with this id. */
export function notFound(kind: CatalogueKind, argument: string, id: string): never {
  if (kind === 'SERIES') fail('SeriesNotFound', `${argument}: no series has the id "${id}"`);
  fail('ContributorNotFound', `${argument}: no contributor has the id "${id}"`);
}
