import { type Context, runtime } from '@aws-appsync/utils';
import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import { STANDING_CONSENT_WORDINGS } from '../../../domain/consent/standingConsentWordings.ts';
import type { StandingConsentWording } from '../../generated/schema.ts';
import { namedTarget, type TargetArgs, targetValues } from '../../lib/catalogue/target.ts';
import { query } from '../../lib/sql/query.ts';
import { passOn } from '../../lib/sql/rows.ts';

type Args = TargetArgs & { wording?: StandingConsentWording | null };

/**
 * Records the consent before anything relies on it; an existing one remains. The statement does not
 * look the row up: looking for a missing row locks the gap where it would be, and so other members'
 * concurrent requests.
 */
export function request(ctx: Context<Args>) {
  // The member already waits, so a consent exists.
  if (ctx.prev.result === true) return runtime.earlyReturn(true);
  const target = namedTarget(ctx);
  const insert = `insert into standing_consent (member_id, kind, target_id, given_at, source, wording)
select :me, :kind, a.joined_to, utc_timestamp(6), 'web', :wording
from ${CATALOGUE[target.kind].table} a where a.id = :id
on duplicate key update wording = standing_consent.wording`;
  const wording = STANDING_CONSENT_WORDINGS[ctx.args.wording ?? 'JA_1'];
  return query([insert], { ...targetValues(ctx, target), wording });
}

export function response(ctx: Context) {
  return passOn(ctx);
}
