import { KEPT, type Kind } from '../../../db/catalogue/kept.ts';

/** SQL for whether the standing subscription `w` is for the part `l` in a book. */
export const COUNTS: { [kind in Kind]: string } = {
  CONTRIBUTOR: 'json_contains(w.roles, json_quote(l.role))',
  SERIES: 'true',
};

/** SQL of joins that bring the links `l` of a book, and who waits for these as standing subscriptions `w`. */
export function whoWaits(kind: Kind, bookId: string): string {
  const { table, links, column } = KEPT[kind];
  return `straight_join ${links} l on l.book_id = ${bookId}
  straight_join ${table} a on a.joined_to = l.${column}
  straight_join standing_subscription w force index (standing_subscription_target)
    on w.kind = '${kind}' and w.target_id = a.id`;
}

/** SQL for whether the book of the reason `r` is still one of those that its standing subscription `w` is for. */
export function stillHolds(kind: Kind): string {
  const { table, links, column } = KEPT[kind];
  return `exists (select 1 from ${table} a
    join ${links} l on l.${column} = a.joined_to and l.book_id = r.book_id
    where a.id = r.target_id and ${COUNTS[kind]})`;
}
