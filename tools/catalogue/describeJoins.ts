import type { CatalogueJoin, CatalogueJoinPage } from '../../client/src/operateCatalogue.ts';

/** Describes a page of joins, one per line, and says whether there are more. */
export function describeJoins({ joins, endCursor }: CatalogueJoinPage): string[] {
  if (joins.length === 0) return ['Nothing was joined. まとめたものはありません。'];
  const more = `… and more than these ${joins.length}: the operator's pages list them all`;
  return [...joins.map(describeJoin), ...(endCursor ? [more] : [])];
}

export function describeJoin(join: CatalogueJoin): string {
  const apart = join.separatedAt ? `, apart again by ${join.separatedBy}, ${join.separatedAt}` : '';
  return `${join.id}  ${join.fromName} (${join.fromId}) → ${join.intoName} (${join.intoId})  by ${join.joinedBy}, ${join.joinedAt}${apart}`;
}
