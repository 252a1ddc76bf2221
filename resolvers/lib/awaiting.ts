import type { Context, RDSRequest } from '@aws-appsync/utils';
import { covers } from '../../db/sql/covers.ts';
import { hasNoReason } from '../../db/sql/hasNoReason.ts';
import { isNotStopped } from '../../db/sql/isNotStopped.ts';
import { joinedIds } from '../../db/sql/joinedIds.ts';
import { KEPT } from '../../db/sql/kept.ts';
import { IS_UPCOMING } from '../../db/sql/upcoming.ts';
import { STANDING_CONSENT_WORDINGS } from '../../domain/consent/standingConsentWordings.ts';
import { OWN_WORK_ROLES } from '../../domain/people/contributorRoles.ts';
import type {
  CatalogueKind,
  ContributorRole,
  StandingConsentWording,
  StandingSubscription,
} from '../generated/schema.ts';
import { catalogueId, notFound } from './catalogue.ts';
import { fail } from './fail.ts';
import { memberId } from './identity.ts';
import { query, type Value } from './query.ts';
import { one } from './rows.ts';
import { selectStanding, toStanding } from './standing.ts';
import { instant } from './values.ts';

/** Which contributor or series a member asks for. */
export interface Target {
  kind: CatalogueKind;
  id: string;
}

/**
 * What the member waits for among the target `a` and all that is joined to it, as `w`, each found by its
 * key: whatever else they wait for stays unlocked.
 */
function waitedFor({ kind }: Target): string {
  const { table } = KEPT[kind];
  return `${table} a straight_join ${table} j on j.joined_to = a.joined_to
straight_join standing_subscription w force index (primary)
  on w.member_id = :me and w.kind = :kind and w.target_id = j.id`;
}

/**
 * Whether they wait for it already, by this name or by one that is joined to it. Its consent stands then,
 * and is not given twice.
 */
export function findStanding(ctx: Context, target: Target): RDSRequest {
  const select = `select 1 as found from ${waitedFor(target)}
where a.id = :id and w.ended_at is null limit 1`;
  return query([select], valuesOf(ctx, target));
}

/** Whether the statement of this step has found something. */
export function isFound(ctx: Context): boolean {
  return one(ctx) !== null;
}

/**
 * Records the consent first; where one stands, that remains. Nothing is looked for in the same statement:
 * a look at nothing locks the gap in which it would be, for neighbours who ask at the same time as well.
 */
export function recordConsent(
  ctx: Context,
  target: Target,
  wording: StandingConsentWording | null | undefined,
): RDSRequest {
  const insert = `insert into standing_consent (member_id, kind, target_id, given_at, source, wording)
select :me, :kind, a.joined_to, utc_timestamp(6), 'web', :wording
from ${KEPT[target.kind].table} a where a.id = :id
on duplicate key update wording = standing_consent.wording`;
  return query([insert], {
    ...valuesOf(ctx, target),
    wording: STANDING_CONSENT_WORDINGS[wording ?? 'JA_1'],
  });
}

/**
 * Notes what is waited for, only while the consent stands; then gives all that was joined to it the same
 * roles. From here on new books count, and whoever dies has the books that are announced already gone
 * through by a run of the next two minutes.
 */
export function begin(
  ctx: Context,
  target: Target,
  roles: ContributorRole[] | null | undefined,
): RDSRequest {
  const { table } = KEPT[target.kind];
  const insert = `insert into standing_subscription
  (member_id, kind, target_id, roles, created_at, consent_source)
select :me, :kind, a.joined_to, nullif(:roles, ''), utc_timestamp(6), 'web' from ${table} a
where a.id = :id and exists (
  select 1 from standing_consent c where c.member_id = :me and c.kind = :kind
    and c.target_id = a.joined_to and c.stands = 1)
on duplicate key update
  created_at = case when standing_subscription.ended_at is null
    then standing_subscription.created_at else values(created_at) end,
  ended_at = null`;
  const adapt = `update ${waitedFor(target)} set w.roles = nullif(:roles, ''), w.caught_up_at = null
where a.id = :id and w.ended_at is null`;
  return query([insert, adapt], { ...valuesOf(ctx, target), roles: rolesOf(target, roles) });
}

function rolesOf({ kind }: Target, roles: ContributorRole[] | null | undefined): string {
  if (kind === 'SERIES') return '';
  const asked = roles ?? OWN_WORK_ROLES;
  if (asked.length === 0) fail('InvalidArgument', 'roles: expected at least one');
  return JSON.stringify(asked.filter((role, index) => asked.indexOf(role) === index));
}

/** The books that are announced already, but those that the member has stopped since. */
export function catchUp(ctx: Context, target: Target): RDSRequest {
  const reasons = `insert into subscription_reason (member_id, book_id, kind, target_id, created_at)
select distinct w.member_id, l.book_id, w.kind, w.target_id, utc_timestamp(6)
from ${waitedFor(target)}
join ${KEPT[target.kind].links} l on ${covers(target.kind)}
join book b on b.id = l.book_id and ${IS_UPCOMING}
where a.id = :id and w.ended_at is null
  and ${isNotStopped('l.book_id')}
on duplicate key update created_at = subscription_reason.created_at`;
  const subscriptions = `insert into subscription (member_id, book_id, created_at, consent_source)
select distinct r.member_id, r.book_id, utc_timestamp(6), 'web'
from subscription_reason r join book b on b.id = r.book_id and ${IS_UPCOMING}
where r.member_id = :me and r.kind = :kind and r.target_id in (${joinedIds(target.kind, ':id')})
on duplicate key update consent_source = subscription.consent_source`;
  return query([reasons, subscriptions], valuesOf(ctx, target));
}

/**
 * Reasons of the member that hold no longer: it was ended, or counts by other roles. Each has its standing
 * subscription, which goes last.
 */
function outdated(target: Target): string {
  return `${waitedFor(target)}
straight_join subscription_reason r force index (primary)
  on r.member_id = w.member_id and r.kind = w.kind and r.target_id = w.target_id
where a.id = :id and (w.ended_at is not null or not exists (
  select 1 from ${KEPT[target.kind].links} l
  where ${covers(target.kind)} and l.book_id = r.book_id))`;
}

/**
 * Nearly always there is nothing to take away, and a look locks nothing: taking away locks all that the
 * member waits for, and what they ask for at the same time would be refused.
 */
export function lookForOutdated(ctx: Context, target: Target): RDSRequest {
  return query([`select 1 as found from ${outdated(target)} limit 1`], valuesOf(ctx, target));
}

/** Takes away the reasons that hold no longer, and the subscriptions that have no other. */
export function dropReasons(ctx: Context, target: Target): RDSRequest {
  const reasons = `delete r from ${outdated(target)}`;
  const subscriptions = `delete from subscription where member_id = :me
and ${hasNoReason(':me', 'subscription.book_id')}`;
  return query([reasons, subscriptions], valuesOf(ctx, target));
}

/** All is done; gives how it stands. */
export function finish(ctx: Context, target: Target): RDSRequest {
  const done = `update ${waitedFor(target)} set w.caught_up_at = utc_timestamp(6)
where a.id = :id and w.ended_at is null`;
  const select = `select a.joined_to as known, own.* from ${KEPT[target.kind].table} a
left join (${ownOf(target)}) own on true where a.id = :id`;
  return query([done, select], valuesOf(ctx, target));
}

export function toBegun(ctx: Context, { kind, id }: Target): StandingSubscription {
  const row = one(ctx, 1);
  if (row === null) notFound(kind, kind === 'SERIES' ? 'seriesId' : 'contributorId', id);
  if (instant(row.since) === undefined) {
    fail('Unavailable', 'The subscription was taken back at the same time');
  }
  return toStanding(row);
}

/** Gives how it stood, and takes it back in one statement with its consent. */
export function end(ctx: Context, target: Target): RDSRequest {
  const mark = `update ${waitedFor(target)}
left join standing_consent c on c.member_id = w.member_id and c.kind = w.kind
  and c.target_id = w.target_id and c.withdrawn_at is null
set w.ended_at = utc_timestamp(6), w.caught_up_at = null,
  c.withdrawn_at = utc_timestamp(6), c.withdrawn_by = 'web'
where a.id = :id and w.ended_at is null`;
  return query([ownOf(target), mark], valuesOf(ctx, target));
}

export function toEnded(ctx: Context): StandingSubscription | null {
  const row = one(ctx);
  return row === null ? null : toStanding(row);
}

/** What was taken back goes last, so that whoever dies before has it done by a run of the next two minutes. */
export function forget(ctx: Context, target: Target): RDSRequest {
  const remove = `delete w from ${waitedFor(target)}
where a.id = :id and w.ended_at is not null`;
  return query([remove], valuesOf(ctx, target));
}

/** The standing subscription of the member who asks, as a select. */
export function ownOf({ kind }: Target): string {
  return selectStanding(`w.kind = :kind and w.target_id in (${joinedIds(kind, ':id')})`);
}

export function valuesOf(ctx: Context, { kind, id }: Target): { [name: string]: Value } {
  return { me: memberId(ctx) ?? '', kind, id: catalogueId(id) };
}
