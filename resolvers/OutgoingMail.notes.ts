import type { Context } from '@aws-appsync/utils';
import type { BookEventKind, OutgoingNote } from './generated/schema.ts';
import { NOTE_COLUMNS, toState } from './lib/mail/outgoingMail.ts';
import { refuseOthers } from './lib/request/operator.ts';
import { query } from './lib/sql/query.ts';
import { rows } from './lib/sql/rows.ts';
import { text } from './lib/sql/values.ts';

export function request(ctx: Context) {
  refuseOthers(ctx);
  const statement = `select ${NOTE_COLUMNS}, e.kind, e.book_id
from mail_outbox o join book_event e on e.seq = o.event_seq
where o.mail_key = :id order by o.event_seq limit 100`;
  return query([statement], { id: `${ctx.source.id}` });
}

export function response(ctx: Context): OutgoingNote[] {
  return rows(ctx).map((row) => ({
    seq: `${row.event_seq}`,
    kind: text(row.kind) as BookEventKind,
    bookId: `${row.book_id}`,
    state: toState(row.pressing),
    reason: text(row.reason),
  }));
}
