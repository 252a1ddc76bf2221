import type { Context } from '@aws-appsync/utils';
import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import type { StandingSubscription } from '../../generated/schema.ts';
import { notFound } from '../../lib/catalogue/notFound.ts';
import { namedTarget, type TargetArgs, targetValues } from '../../lib/catalogue/target.ts';
import { fail } from '../../lib/request/fail.ts';
import { query } from '../../lib/sql/query.ts';
import { one } from '../../lib/sql/rows.ts';
import { instant } from '../../lib/sql/values.ts';
import { ownOf, waitedFor } from '../../lib/subscriptions/awaiting.ts';
import { toStanding } from '../../lib/subscriptions/standing.ts';

export function request(ctx: Context<TargetArgs>) {
  const target = namedTarget(ctx);
  const done = `update ${waitedFor(target.kind)} set w.caught_up_at = utc_timestamp(6)
where a.id = :id and w.ended_at is null`;
  const select = `select a.joined_to as known, own.* from ${CATALOGUE[target.kind].table} a
left join (${ownOf(target.kind)}) own on true where a.id = :id`;
  return query([done, select], targetValues(ctx, target));
}

export function response(ctx: Context<TargetArgs>): StandingSubscription {
  const { kind, id } = namedTarget(ctx);
  const row = one(ctx, 1);
  if (row === null) notFound(kind, kind === 'SERIES' ? 'seriesId' : 'contributorId', id);
  if (instant(row.since) === undefined) {
    fail('Unavailable', 'The subscription was taken back at the same time');
  }
  return toStanding(row);
}
