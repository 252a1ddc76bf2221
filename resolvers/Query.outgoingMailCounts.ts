import type { Context } from '@aws-appsync/utils';
import type { OutgoingMailCounts } from './generated/schema.ts';
import { standsAs } from './lib/mail/outgoingMail.ts';
import { refuseOthers } from './lib/request/operator.ts';
import { query } from './lib/sql/query.ts';
import { one } from './lib/sql/rows.ts';
import { instant, number } from './lib/sql/values.ts';

/** The senders' condition, except that they also skip mails without attempts left. */
const IS_DUE = '(o.lease_until is null or o.lease_until <= utc_timestamp(6))';

const OPEN = `select
  count(case when ${standsAs('WAITING')} then 1 end) as waiting,
  count(case when ${standsAs('SENDING')} then 1 end) as sending,
  count(case when ${standsAs('UNCERTAIN')} then 1 end) as uncertain,
  count(case when ${IS_DUE} then 1 end) as due,
  min(case when ${IS_DUE} then coalesce(o.lease_until, o.created_at) end) as oldest_due_at
from mail_outbox o where o.state in ('PENDING', 'SENDING')`;

const SETTLED = `select count(case when o.state = 'FAILED' then 1 end) as failed,
  count(case when o.state = 'SENT' then 1 end) as sent_last_day,
  count(case when o.state = 'SKIPPED' then 1 end) as skipped_last_day
from mail_outbox o force index (mail_outbox_fate)
where o.state = 'FAILED'
  or (o.state in ('SENT', 'SKIPPED') and o.settled_at > utc_timestamp(6) - interval 1 day)`;

export function request(ctx: Context) {
  refuseOthers(ctx);
  return query([OPEN, SETTLED], {});
}

export function response(ctx: Context): OutgoingMailCounts {
  const open = one(ctx, 0) ?? {};
  const settled = one(ctx, 1) ?? {};
  return {
    waiting: number(open.waiting) ?? 0,
    due: number(open.due) ?? 0,
    oldestDueAt: instant(open.oldest_due_at),
    sending: number(open.sending) ?? 0,
    uncertain: number(open.uncertain) ?? 0,
    failed: number(settled.failed) ?? 0,
    sentLastDay: number(settled.sent_last_day) ?? 0,
    skippedLastDay: number(settled.skipped_last_day) ?? 0,
  };
}
