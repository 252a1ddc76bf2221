import type { Context } from '@aws-appsync/utils';
import type {
  OutgoingMailPage,
  OutgoingMailState,
  QueryOutgoingMailsArgs,
} from './generated/schema.ts';
import { MAIL_COLUMNS, type MailRow, standsAs, toOutgoingMail } from './lib/mail/outgoingMail.ts';
import { CURSOR_MOMENT, MOMENT_DIGITS, momentDigits } from './lib/paging/moments.ts';
import { page, toPage } from './lib/paging/page.ts';
import { refuseOthers } from './lib/request/operator.ts';
import { query, type Value } from './lib/sql/query.ts';
import { rows } from './lib/sql/rows.ts';

/** A cursor's settling time while a mail is open. */
const OPEN = '00000000000000000000';

const SETTLED = ['FAILED', 'SENT', 'SKIPPED'];

/** Notes have their own resolver. */
type Page = Omit<OutgoingMailPage, 'mails'> & { mails: MailRow[] };

export function request(ctx: Context<QueryOutgoingMailsArgs>) {
  refuseOthers(ctx);
  const { first, after } = page(ctx.args, MOMENT_DIGITS);
  const values: { [name: string]: Value } = { limit: first + 1 };
  if (after !== null) values.id = after.id;
  const state = ctx.args.state ?? 'UNCERTAIN';
  let found: string;
  if (SETTLED.indexOf(state) < 0) {
    found = open(state, after !== null);
  } else {
    values.state = state;
    if (after !== null) values.order = after.order;
    found = settled(after !== null);
  }
  const statement = `select ${MAIL_COLUMNS}, page.moment
from (${found}) page join mail_outbox o on o.mail_key = page.mail_key
group by o.mail_key, page.moment order by page.moment desc, o.mail_key desc`;
  return query([statement], values);
}

/** Few at any time: notes that a sender holds or has returned. */
function open(state: OutgoingMailState, isLater: boolean): string {
  return `select distinct o.mail_key, '${OPEN}' as moment
from mail_outbox o force index (mail_outbox_fate)
where o.state in ('PENDING', 'SENDING') and o.settled_at is null and o.mail_key is not null
  and ${standsAs(state)}${isLater ? ' and o.mail_key < :id' : ''}
order by o.mail_key desc limit :limit`;
}

function settled(isLater: boolean): string {
  const later = `and o.settled_at <= ${CURSOR_MOMENT}
  and (o.settled_at < ${CURSOR_MOMENT} or o.mail_key < :id)`;
  return `select distinct o.settled_at, o.mail_key, ${momentDigits('o.settled_at')} as moment
from mail_outbox o force index (mail_outbox_fate)
where o.state = :state and o.mail_key is not null ${isLater ? later : ''}
order by o.settled_at desc, o.mail_key desc limit :limit`;
}

export function response(ctx: Context<QueryOutgoingMailsArgs>): Page {
  const { first } = page(ctx.args, MOMENT_DIGITS);
  const { shown, endCursor } = toPage(rows(ctx), first, 'mail_key');
  return { mails: shown.map((row) => toOutgoingMail(row)), endCursor };
}
