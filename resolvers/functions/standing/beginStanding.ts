import type { Context } from '@aws-appsync/utils';
import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import { OWN_WORK_ROLES } from '../../../domain/people/contributorRoles.ts';
import type { ContributorRole } from '../../generated/schema.ts';
import {
  namedTarget,
  type Target,
  type TargetArgs,
  targetValues,
} from '../../lib/catalogue/target.ts';
import { fail } from '../../lib/request/fail.ts';
import { query } from '../../lib/sql/query.ts';
import { passOn } from '../../lib/sql/rows.ts';
import { waitedFor } from '../../lib/subscriptions/awaiting.ts';

type Args = TargetArgs & { roles?: ContributorRole[] | null };

/**
 * Records what the member waits for while the consent stands, and gives everything joined to it the same
 * roles. From here on new books count; if a later function never runs, a scheduled run adds the books that
 * are already announced within two minutes.
 */
export function request(ctx: Context<Args>) {
  const target = namedTarget(ctx);
  const insert = `insert into standing_subscription
  (member_id, kind, target_id, roles, created_at, consent_source)
select :me, :kind, a.joined_to, nullif(:roles, ''), utc_timestamp(6), 'web' from ${CATALOGUE[target.kind].table} a
where a.id = :id and exists (
  select 1 from standing_consent c where c.member_id = :me and c.kind = :kind
    and c.target_id = a.joined_to and c.stands = 1)
on duplicate key update
  created_at = case when standing_subscription.ended_at is null
    then standing_subscription.created_at else values(created_at) end,
  ended_at = null`;
  const adapt = `update ${waitedFor(target.kind)} set w.roles = nullif(:roles, ''), w.caught_up_at = null
where a.id = :id and w.ended_at is null`;
  const roles = rolesOf(target, ctx.args.roles);
  return query([insert, adapt], { ...targetValues(ctx, target), roles });
}

function rolesOf({ kind }: Target, roles: Args['roles']): string {
  if (kind === 'SERIES') return '';
  const asked = roles ?? OWN_WORK_ROLES;
  if (asked.length === 0) fail('InvalidArgument', 'roles: expected at least one');
  return JSON.stringify(asked.filter((role, index) => asked.indexOf(role) === index));
}

export function response(ctx: Context) {
  return passOn(ctx);
}
