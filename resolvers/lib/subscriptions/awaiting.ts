import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import { covers } from '../../../db/sql/covers.ts';
import { joinedIds } from '../../../db/sql/joinedIds.ts';
import type { CatalogueKind } from '../../generated/schema.ts';
import { selectStanding } from './standing.ts';

/**
 * SQL for the member's standing subscriptions, as `w`, to the target `a` and all names joined to
 * it. Each is found by its key, so that the member's others stay unlocked.
 */
export function waitedFor(kind: CatalogueKind): string {
  const { table } = CATALOGUE[kind];
  return `${table} a straight_join ${table} j on j.joined_to = a.joined_to
straight_join standing_subscription w force index (primary)
  on w.member_id = :me and w.kind = :kind and w.target_id = j.id`;
}

/**
 * SQL for the member's reasons `r` that no longer hold, because their standing subscription has ended or now
 * counts other roles. The standing subscription is deleted only after its reasons.
 */
export function outdated(kind: CatalogueKind): string {
  return `${waitedFor(kind)}
straight_join subscription_reason r force index (primary)
  on r.member_id = w.member_id and r.kind = w.kind and r.target_id = w.target_id
where a.id = :id and (w.ended_at is not null or not exists (
  select 1 from ${CATALOGUE[kind].links} l
  where ${covers(kind)} and l.book_id = r.book_id))`;
}

/** A select of the calling member's standing subscription. */
export function ownOf(kind: CatalogueKind): string {
  return selectStanding(`w.kind = :kind and w.target_id in (${joinedIds(kind, ':id')})`);
}
