import type { Context } from '@aws-appsync/utils';
import type { MutationRetryOutgoingMailArgs } from '../../generated/schema.ts';
import { MAY_HAVE_ARRIVED } from '../../lib/mail/outgoingMail.ts';
import { fail } from '../../lib/request/fail.ts';
import { mailKey } from '../../lib/request/ids.ts';
import { operatorId } from '../../lib/request/operator.ts';
import { query } from '../../lib/sql/query.ts';
import { one } from '../../lib/sql/rows.ts';
import { number, truth } from '../../lib/sql/values.ts';

export function request(ctx: Context<MutationRetryOutgoingMailArgs>) {
  operatorId(ctx);
  const statement = `select count(*) as notes, count(case when o.state = 'FAILED' then 1 end) as failed,
  count(o.retried_at) as retried, max(o.state = 'FAILED' and ${MAY_HAVE_ARRIVED}) as may_have_arrived
from mail_outbox o where o.mail_key = :id`;
  return query([statement], { id: mailKey(ctx.args.id) });
}

/** Returns null if the mail may be requeued or already was. */
export function response(ctx: Context<MutationRetryOutgoingMailArgs>): null {
  const { id, mayHaveArrived } = ctx.args;
  const found = one(ctx);
  if (found === null || number(found.notes) === 0) {
    fail('OutgoingMailNotFound', `id: no mail has the id "${id}"`);
  }
  if (number(found.failed) === 0 && number(found.retried) === 0) {
    fail('OutgoingMailNotFailed', `id: nothing of the mail "${id}" is FAILED`);
  }
  if (truth(found.may_have_arrived) && mayHaveArrived !== true) {
    fail(
      'OutgoingMailMayHaveArrived',
      `id: an attempt to send "${id}" ended without an answer, so that the member may get it twice; accept that with mayHaveArrived`,
    );
  }
  return null;
}
