import type { Context } from '@aws-appsync/utils';
import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import { covers } from '../../../db/sql/covers.ts';
import { isNotStopped } from '../../../db/sql/isNotStopped.ts';
import { joinedIds } from '../../../db/sql/joinedIds.ts';
import { IS_UPCOMING } from '../../../db/sql/upcoming.ts';
import { namedTarget, type TargetArgs, targetValues } from '../../lib/catalogue/target.ts';
import { query } from '../../lib/sql/query.ts';
import { passOn } from '../../lib/sql/rows.ts';
import { waitedFor } from '../../lib/subscriptions/awaiting.ts';

/** Subscribes to the books that are already announced, except those the member has stopped since. */
export function request(ctx: Context<TargetArgs>) {
  const target = namedTarget(ctx);
  const reasons = `insert into subscription_reason (member_id, book_id, kind, target_id, created_at)
select distinct w.member_id, l.book_id, w.kind, w.target_id, utc_timestamp(6)
from ${waitedFor(target.kind)}
join ${CATALOGUE[target.kind].links} l on ${covers(target.kind)}
join book b on b.id = l.book_id and ${IS_UPCOMING}
where a.id = :id and w.ended_at is null
  and ${isNotStopped('l.book_id')}
on duplicate key update created_at = subscription_reason.created_at`;
  const subscriptions = `insert into subscription (member_id, book_id, created_at, consent_source)
select distinct r.member_id, r.book_id, utc_timestamp(6), 'web'
from subscription_reason r join book b on b.id = r.book_id and ${IS_UPCOMING}
where r.member_id = :me and r.kind = :kind and r.target_id in (${joinedIds(target.kind, ':id')})
on duplicate key update consent_source = subscription.consent_source`;
  return query([reasons, subscriptions], targetValues(ctx, target));
}

export function response(ctx: Context) {
  return passOn(ctx);
}
