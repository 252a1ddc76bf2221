import type { Context } from '@aws-appsync/utils';
import type { MutationRetryOutgoingMailArgs } from '../../generated/schema.ts';
import {
  MAY_HAVE_ARRIVED,
  type MailRow,
  SELECT_MAIL,
  toOutgoingMail,
} from '../../lib/mail/outgoingMail.ts';
import { fail } from '../../lib/request/fail.ts';
import { mailKey } from '../../lib/request/ids.ts';
import { operatorId } from '../../lib/request/operator.ts';
import { query } from '../../lib/sql/query.ts';
import { one } from '../../lib/sql/rows.ts';

// MySQL assigns from left to right: conditions on the row come before its changes.
const PUT_BACK = `update mail_outbox o
set o.may_have_arrived = case when ${MAY_HAVE_ARRIVED} then 1 else 0 end,
  o.state = 'PENDING', o.attempt = 0, o.lease_token = null, o.lease_until = null, o.reason = null,
  o.settled_at = null, o.retried_at = utc_timestamp(6), o.retried_by = :by
where o.mail_key = :id and o.state = 'FAILED' and (:accepted = 1 or not ${MAY_HAVE_ARRIVED})`;

export function request(ctx: Context<MutationRetryOutgoingMailArgs>) {
  const { id, mayHaveArrived } = ctx.args;
  return query([PUT_BACK, SELECT_MAIL], {
    id: mailKey(id),
    by: operatorId(ctx),
    accepted: mayHaveArrived === true ? 1 : 0,
  });
}

export function response(ctx: Context<MutationRetryOutgoingMailArgs>): MailRow {
  const row = one(ctx, 1);
  if (row === null) fail('OutgoingMailNotFound', `id: no mail has the id "${ctx.args.id}"`);
  return toOutgoingMail(row);
}
