import type { CatalogueKind } from '../../domain/waiting/kinds.ts';
import { CATALOGUE } from './catalogue.ts';

const ROLE_COUNTS: { [kind in CatalogueKind]: string } = {
  CONTRIBUTOR: ' and json_contains(w.roles, json_quote(l.role))',
  SERIES: '',
};

/**
 * True if the standing subscription `w` covers the book of the link `l`. `a` is the name that the
 * member subscribed to, or one joined to it.
 */
export function covers(kind: CatalogueKind): string {
  return `l.${CATALOGUE[kind].column} = a.joined_to${ROLE_COUNTS[kind]}`;
}

/** True if the standing subscription `w` still covers the book of its reason `r`. */
export function stillCovers(kind: CatalogueKind): string {
  const { table, links } = CATALOGUE[kind];
  return `exists (select 1 from ${table} a straight_join ${links} l on ${covers(kind)}
    where a.id = r.target_id and l.book_id = r.book_id)`;
}
