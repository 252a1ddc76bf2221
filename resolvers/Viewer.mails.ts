import type { Context } from '@aws-appsync/utils';
import { FULL_TITLE } from '../db/sql/fullTitle.ts';
import type { MemberMailConnection, ViewerMailsArgs } from './generated/schema.ts';
import { FATE, toMemberMails } from './lib/mail/memberMail.ts';
import { CURSOR_MOMENT, MOMENT_DIGITS, momentDigits } from './lib/paging/moments.ts';
import { page, toConnection } from './lib/paging/page.ts';
import { fail } from './lib/request/fail.ts';
import { memberId } from './lib/request/identity.ts';
import { query, type Value } from './lib/sql/query.ts';
import { type Row, rows } from './lib/sql/rows.ts';
import { reasonColumns } from './lib/subscriptions/reasons.ts';

/** The time of unsent mails: after all others. */
const TO_COME = `'9999-12-31 23:59:59.999999'`;

/** With their notes, this stays below the 1 MiB of a database response. */
const MOST_MAILS = 20;
const NOTES_PER_MAIL = 10;

// A note from before the member's consent would be a fault; the consent is as old as the
// subscription, which may be slightly younger than the event. A member with a standing subscription
// has waited for the book since it was linked to the contributor or series.
const WAITING_SINCE = `coalesce((select max(c.given_at) from consent c where c.member_id = :me
  and c.book_id = e.book_id and c.given_at <= m.created_at),
  (select min(r.created_at) from subscription_reason r where r.member_id = :me
  and r.book_id = e.book_id and r.created_at <= m.created_at))`;

export function request(ctx: Context<ViewerMailsArgs>) {
  const { first, after } = toPage(ctx);
  const values: { [name: string]: Value } = { me: memberId(ctx) ?? '', limit: first + 1 };
  let isLater = '';
  let isLaterNote = '';
  if (after !== null) {
    isLater = `where n.told_at < ${CURSOR_MOMENT} or (n.told_at = ${CURSOR_MOMENT} and n.id < :id)`;
    // The same without the computed columns, which no index has.
    isLaterNote = `and (o.settled_at is null or o.settled_at <= ${CURSOR_MOMENT})`;
    values.order = after.order;
    values.id = after.id;
  }
  const notes = `select o.event_seq, o.created_at, o.settled_at,
    coalesce(o.settled_at, ${TO_COME}) as told_at, ${FATE} as fate,
    case when o.settled_at is null then 'to-come.1' else concat(o.mail_key, '.', ${FATE}) end as id
  from mail_outbox o force index (mail_outbox_member)
  where o.member_id = :me and (o.settled_at is null or o.mail_key is not null) ${isLaterNote}`;
  const mails = `select n.*, dense_rank() over (order by n.told_at desc, n.id desc) as mail,
    row_number() over (partition by n.told_at, n.id order by n.event_seq) as place,
    count(*) over (partition by n.told_at, n.id) as note_count
  from (${notes}) n ${isLater}`;
  // A mail that only says that there are more needs just one note.
  const statement = `select ${momentDigits('m.told_at')} as moment, m.id, m.fate, m.settled_at,
  m.note_count, e.kind, e.book_id, e.release_change,
  ${FULL_TITLE} as title, ${WAITING_SINCE} as waiting_since${reasonColumns(ctx, 'edges/node/notes/')}
from (${mails}) m
join book_event e on e.seq = m.event_seq
join book b on b.id = e.book_id
where m.mail < :limit and m.place <= ${NOTES_PER_MAIL} or m.mail = :limit and m.place = 1
order by m.told_at desc, m.id desc, m.event_seq`;
  return query([statement], values);
}

export function response(ctx: Context<ViewerMailsArgs>): MemberMailConnection {
  const found = rows(ctx);
  const nodes = toMemberMails(found).map((node) => ({
    place: { order: momentOf(found, node.id), id: node.id },
    node,
  }));
  return toConnection(nodes, toPage(ctx).first);
}

function momentOf(found: Row[], id: string): string {
  return `${found.filter((row) => row.id === id)[0]?.moment}`;
}

function toPage(ctx: Context<ViewerMailsArgs>) {
  const asked = page(ctx.args, MOMENT_DIGITS);
  if (asked.first > MOST_MAILS) {
    fail('InvalidArgument', `first: ${asked.first} is not between 1 and ${MOST_MAILS}`);
  }
  return asked;
}
