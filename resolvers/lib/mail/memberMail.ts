import { UNSENT } from '../../../db/sql/unsentReasons.ts';
import type {
  BookEventKind,
  MemberMail,
  MemberMailNote,
  MemberMailState,
  ReleaseChange,
} from '../../generated/schema.ts';
import type { Row } from '../sql/rows.ts';
import { instant, json, number, text } from '../sql/values.ts';
import { toReasons } from '../subscriptions/reasons.ts';

/** By the digit that represents each. */
const STATES: { [fate: string]: MemberMailState } = {
  '1': 'TO_BE_SENT',
  '2': 'SENT',
  '3': 'MAILS_STOPPED',
  '4': 'UNSUBSCRIBED',
  '5': 'OVERTAKEN',
  '6': 'NO_ADDRESS',
  '7': 'FAILED',
};

const NO_ADDRESS = [UNSENT.suppressed, UNSENT.noAddress, UNSENT.notListed, UNSENT.left]
  .map((reason) => `'${reason}'`)
  .join(', ');

/** The outcome of the note `o`. */
export const FATE = `case when o.settled_at is null then '1' when o.state = 'SENT' then '2'
  when o.reason in (${NO_ADDRESS}) then '6'
  when o.state = 'FAILED' then '7'
  when o.reason = '${UNSENT.stoppedAll}' then '3'
  when o.reason = '${UNSENT.takenBack}' then '4' else '5' end`;

/** The mails of the rows of their notes, which are consecutive. */
export function toMemberMails(rows: Row[]): MemberMail[] {
  const mails: MemberMail[] = [];
  for (const row of rows) {
    const last = mails[mails.length - 1];
    if (last !== undefined && last.id === row.id) last.notes.push(toNote(row));
    else mails.push(toMail(row));
  }
  return mails;
}

function toMail(row: Row): MemberMail {
  return {
    id: `${row.id}`,
    state: STATES[`${row.fate}`] ?? 'FAILED',
    at: instant(row.settled_at) ?? null,
    noteCount: number(row.note_count) ?? 0,
    notes: [toNote(row)],
  };
}

function toNote(row: Row): MemberMailNote {
  return {
    kind: text(row.kind) as BookEventKind,
    bookId: `${row.book_id}`,
    title: `${row.title}`,
    change: json<ReleaseChange>(row.release_change) ?? null,
    waitingSince: instant(row.waiting_since) ?? null,
    reasons: toReasons(row, `${row.book_id}`),
  };
}
