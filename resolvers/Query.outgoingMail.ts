import type { Context } from '@aws-appsync/utils';
import type { QueryOutgoingMailArgs } from './generated/schema.ts';
import { mailKey } from './lib/mailKey.ts';
import { refuseOthers } from './lib/operator.ts';
import { type MailRow, SELECT_MAIL, toOutgoingMail } from './lib/outgoingMail.ts';
import { query } from './lib/query.ts';
import { one } from './lib/rows.ts';

export function request(ctx: Context<QueryOutgoingMailArgs>) {
  refuseOthers(ctx);
  return query([SELECT_MAIL], { id: mailKey(ctx.args.id) });
}

export function response(ctx: Context): MailRow | null {
  const row = one(ctx);
  return row === null ? null : toOutgoingMail(row);
}
