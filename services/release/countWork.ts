import type { Database } from '../../db/database.ts';

/** What is waiting to be done. */
export interface Work {
  /** Events not yet published to open pages. */
  unpublished: number;
  /** Events of the log not yet examined for mails. */
  untold: number;
  /** Mails that may be sent now. */
  pendingMails: number;
  /** 1 if contributors or series must be recounted, otherwise 0. */
  uncounted: number;
}

// Unpublished events and the newest one are found at the end of an index; due mails are counted,
// which walks every unsettled row.
const COUNT = `
  select
    (select count(*) from book_event where published_at is null) as unpublished,
    (select coalesce(max(seq), 0) from book_event)
      - (select last_seq from mail_cursor where id = 1) as untold,
    (select count(*) from mail_outbox
      where state in ('PENDING', 'SENDING') and (lease_until is null or lease_until <= :now)
    ) as pending_mails,
    (select count(*) from (select number from catalogue_recount limit 1) first_noted) as uncounted`;

/** Counts what is waiting in one statement, because this runs every minute. */
export async function countWork(database: Database, now: Date): Promise<Work> {
  const [row] = await database.query<{
    unpublished: number;
    untold: number;
    pending_mails: number;
    uncounted: number;
  }>(COUNT, { now });
  if (row === undefined) throw new Error('Counting returned no row, expected one');
  const { unpublished, untold, pending_mails: pendingMails, uncounted } = row;
  return { unpublished, untold, pendingMails, uncounted };
}
