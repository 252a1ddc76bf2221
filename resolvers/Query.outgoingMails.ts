import type { Context } from '@aws-appsync/utils';
import type {
  OutgoingMailPage,
  OutgoingMailState,
  QueryOutgoingMailsArgs,
} from './generated/schema.ts';
import { toCursor } from './lib/cursor.ts';
import { refuseOthers } from './lib/operator.ts';
import { MAIL_COLUMNS, type MailRow, standsAs, toOutgoingMail } from './lib/outgoingMail.ts';
import { page } from './lib/page.ts';
import { query, type Value } from './lib/query.ts';
import { rows } from './lib/rows.ts';

/** A cursor begins with the moment of settling, down to microseconds; with zeros while it is open. */
const MOMENT = '%Y%m%d%H%i%s%f';
const MOMENT_DIGITS = 20;
const OPEN = '00000000000000000000';

const SETTLED = ['FAILED', 'SENT', 'SKIPPED'];

/** Notes have a resolver of their own. */
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
    if (after !== null) values.moment = after.order;
    found = settled(after !== null);
  }
  const statement = `select ${MAIL_COLUMNS}, page.moment
from (${found}) page join mail_outbox o on o.mail_key = page.mail_key
group by o.mail_key, page.moment order by page.moment desc, o.mail_key desc`;
  return query([statement], values);
}

/** Few at any time: what is in a sender's hand, and what came back from it. */
function open(state: OutgoingMailState, isLater: boolean): string {
  return `select distinct o.mail_key, '${OPEN}' as moment
from mail_outbox o force index (mail_outbox_fate)
where o.state in ('PENDING', 'SENDING') and o.settled_at is null and o.mail_key is not null
  and ${standsAs(state)}${isLater ? ' and o.mail_key < :id' : ''}
order by o.mail_key desc limit :limit`;
}

function settled(isLater: boolean): string {
  const moment = `str_to_date(:moment, '${MOMENT}')`;
  const later = `and o.settled_at <= ${moment} and (o.settled_at < ${moment} or o.mail_key < :id)`;
  return `select distinct o.settled_at, o.mail_key, date_format(o.settled_at, '${MOMENT}') as moment
from mail_outbox o force index (mail_outbox_fate)
where o.state = :state and o.mail_key is not null ${isLater ? later : ''}
order by o.settled_at desc, o.mail_key desc limit :limit`;
}

export function response(ctx: Context<QueryOutgoingMailsArgs>): Page {
  const { first } = page(ctx.args, MOMENT_DIGITS);
  const found = rows(ctx);
  const shown = found.slice(0, first);
  const last = shown[shown.length - 1];
  return {
    mails: shown.map((row) => toOutgoingMail(row)),
    endCursor:
      found.length > first && last !== undefined
        ? toCursor({ order: `${last.moment}`, id: `${last.mail_key}` })
        : null,
  };
}
