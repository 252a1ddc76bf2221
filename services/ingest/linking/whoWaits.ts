import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import type { CatalogueKind } from '../../../domain/waiting/kinds.ts';

/** SQL of joins to the links `l` of a book and to the standing subscriptions `w` to these. */
export function whoWaits(kind: CatalogueKind, bookId: string): string {
  const { table, links, column } = CATALOGUE[kind];
  return `straight_join ${links} l on l.book_id = ${bookId}
  straight_join ${table} a on a.joined_to = l.${column}
  straight_join standing_subscription w force index (standing_subscription_target)
    on w.kind = '${kind}' and w.target_id = a.id`;
}
