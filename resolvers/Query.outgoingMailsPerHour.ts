import type { Context } from '@aws-appsync/utils';
import type { OutgoingMailHour, QueryOutgoingMailsPerHourArgs } from './generated/schema.ts';
import { fail } from './lib/request/fail.ts';
import { refuseOthers } from './lib/request/operator.ts';
import { query } from './lib/sql/query.ts';
import { rows } from './lib/sql/rows.ts';
import { instant, number } from './lib/sql/values.ts';

/** The start of an hour, formatted as a DATETIME. */
const HOUR = '%Y-%m-%d %H:00:00';

// Reads only the index. Compares the column with a DATETIME, because a string would not use the
// index on every engine.
const STATEMENT = `select date_format(o.settled_at, '${HOUR}') as hour,
  count(case when o.state = 'SENT' then 1 end) as sent,
  count(case when o.state = 'SKIPPED' then 1 end) as skipped,
  count(case when o.state = 'FAILED' then 1 end) as failed
from mail_outbox o force index (mail_outbox_fate)
where o.state in ('SENT', 'SKIPPED', 'FAILED')
  and o.settled_at >= cast(date_format(utc_timestamp(6) - interval :back hour, '${HOUR}') as datetime)
group by hour order by hour`;

export function request(ctx: Context<QueryOutgoingMailsPerHourArgs>) {
  refuseOthers(ctx);
  const hours = ctx.args.hours ?? 24;
  if (hours < 1 || hours > 72) fail('InvalidArgument', `hours: ${hours} is not between 1 and 72`);
  return query([STATEMENT], { back: hours - 1 });
}

export function response(ctx: Context): OutgoingMailHour[] {
  return rows(ctx).map((row) => ({
    hour: `${instant(row.hour)}`,
    sent: number(row.sent) ?? 0,
    skipped: number(row.skipped) ?? 0,
    failed: number(row.failed) ?? 0,
  }));
}
