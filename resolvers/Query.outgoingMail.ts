import type { Context } from '@aws-appsync/utils';
import type { QueryOutgoingMailArgs } from './generated/schema.ts';
import { type MailRow, SELECT_MAIL, toOutgoingMail } from './lib/mail/outgoingMail.ts';
import { mailKey } from './lib/request/ids.ts';
import { refuseOthers } from './lib/request/operator.ts';
import { query } from './lib/sql/query.ts';
import { one } from './lib/sql/rows.ts';

export function request(ctx: Context<QueryOutgoingMailArgs>) {
  refuseOthers(ctx);
  return query([SELECT_MAIL], { id: mailKey(ctx.args.id) });
}

export function response(ctx: Context): MailRow | null {
  const row = one(ctx);
  return row === null ? null : toOutgoingMail(row);
}
