import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Database } from '../../../db/database.ts';
import type { MailKind } from '../../../services/mail/news/mailKinds.ts';
import type { MailWindow } from '../../../services/mail/news/mailWindow.ts';
import { addToOutbox } from '../../../services/mail/outbox/addToOutbox.ts';
import type { ReleaseChange } from '../../../services/mail/reading/releaseChange.ts';
import type { OutgoingMail, SendOutcome } from '../../../services/mail/sending/mailer.ts';
import {
  type SendCounts,
  type SenderSettings,
  type SendPorts,
  sendMails,
} from '../../../services/mail/sending/sendMails.ts';
import { type PrivateDatabases, startPrivateDatabases } from '../../support/privateDatabases.ts';
import { STANDING_TABLES } from './standing.ts';

const TABLES = [
  'mail_outbox',
  'subscription',
  ...STANDING_TABLES,
  'consent',
  'suppression',
  'member_setting',
  'ingest_run',
  'book_event',
  'book',
];

const STATUS_AFTER = {
  ANNOUNCED: 'UPCOMING',
  RESCHEDULED: 'UPCOMING',
  REVIVED: 'UPCOMING',
  CANCELLED: 'CANCELLED',
  ON_SALE: 'ON_SALE',
};
const MINUTES_PER_DAY = 24 * 60;
const ALWAYS: MailWindow = { from: 0, until: 0 };

export type Note = {
  member_id: string;
  event_seq: number;
  state: string;
  attempt: number;
  mail_key: string | null;
  reason: string | null;
};

/**
 * An outbox private to one test file, with a clock that the test moves and an SES whose answers the
 * test sets; in the shared outbox the workflow would send first. Empty before each test.
 */
export function aPrivateOutbox() {
  let databases: PrivateDatabases | undefined;
  let ahead = 0;
  let seq = 0;
  const accepted: OutgoingMail[] = [];
  let answer: (mail: OutgoingMail) => SendOutcome | Promise<SendOutcome> = accept;

  beforeAll(async () => {
    databases = await startPrivateDatabases();
  });
  afterAll(() => databases?.stop());
  beforeEach(async () => {
    for (const table of TABLES) {
      await open('shinkan').execute(`delete from ${table}`);
    }
    await open('shinkan').execute('update mail_cursor set last_seq = 0');
    await open('shinkan').execute(`update hold set until_at = '2000-01-01'`);
    await open('shop').execute('delete from customers');
    accepted.length = 0;
    answer = accept;
    ahead = 0;
    seq = 0;
  });

  function open(name: 'shinkan' | 'shop'): Database {
    return running().open(name);
  }
  function running() {
    if (!databases) throw new Error('The database is not open yet');
    return databases;
  }

  function accept(): SendOutcome {
    return { kind: 'SENT', messageId: randomUUID() };
  }

  const ports = (more: Partial<SendPorts> = {}): SendPorts => ({
    database: open('shinkan'),
    shop: open('shop'),
    mailer: async (mail) => {
      const outcome = await answer(mail);
      if (outcome.kind === 'SENT') accepted.push(mail);
      return outcome;
    },
    clock: () => new Date(Date.now() + ahead),
    ids: randomUUID,
    random: () => 0.5,
    pause: async () => {},
    ...more,
  });

  async function happens(
    bookId: string,
    kind: MailKind,
    { change, runId }: { change?: ReleaseChange; runId?: string } = {},
  ): Promise<void> {
    seq += 1;
    const to = change?.to ?? null;
    await open('shinkan').execute(
      `insert into book (id, profile, record_key, isbn, title, contributors, series, price,
         release_earliest, release_latest, release_precision, release_text, release_order, status,
         content_hash, run_id, created_at, updated_at)
       values (:bookId, 'test', :bookId, null, :bookId, '[]', '[]', 1800, :earliest, :latest,
         :precision, :text, '9999999999999999', :status, repeat('0', 64), 'test',
         utc_timestamp(6), utc_timestamp(6))
       on duplicate key update status = values(status),
         release_earliest = coalesce(values(release_earliest), book.release_earliest),
         release_latest = coalesce(values(release_latest), book.release_latest),
         release_precision = values(release_precision), release_text = values(release_text)`,
      {
        bookId,
        earliest: to?.earliest ?? null,
        latest: to?.latest ?? null,
        precision: to?.precision ?? 'UNKNOWN',
        text: to?.text ?? '未定',
        status: STATUS_AFTER[kind],
      },
    );
    await open('shinkan').execute(
      `insert into book_event (seq, book_id, kind, release_change, occurred_at, event_key, run_id)
       values (:seq, :bookId, :kind, :change, utc_timestamp(6), concat('test/', :seq), :runId)`,
      {
        seq,
        bookId,
        kind,
        change: change === undefined ? null : JSON.stringify(change),
        runId: runId ?? null,
      },
    );
  }

  return {
    open,
    api: () => running().api,
    ports,
    accepted,
    theClockMoves: (minutes: number) => {
      ahead += minutes * 60_000;
    },
    sesAnswers: (how: typeof answer) => {
      answer = how;
    },
    sesAcceptsAgain: () => {
      answer = accept;
    },

    members: async (...ids: number[]) => {
      const list = JSON.stringify(ids);
      await open('shop').execute(
        `insert into customers (customer_no, login_name, password, mail_address, nickname)
         select w.id, concat('m', w.id), 'x', concat('m', w.id, '@reader.example'), '会員'
         from json_table(:list, '$[*]' columns (id int path '$')) as w`,
        { list },
      );
    },
    subscriptions: async (bookId: string, ...ids: number[]) => {
      await open('shinkan').execute(
        `insert into subscription (member_id, book_id, created_at, consent_source)
         select concat(w.id), :bookId, utc_timestamp(6), 'test'
         from json_table(:list, '$[*]' columns (id int path '$')) as w`,
        { bookId, list: JSON.stringify(ids) },
      );
      await open('shinkan').execute(
        `insert into consent (member_id, book_id, given_at, source, wording)
         select concat(w.id), :bookId, utc_timestamp(6), 'test', '発売を知らせて'
         from json_table(:list, '$[*]' columns (id int path '$')) as w`,
        { bookId, list: JSON.stringify(ids) },
      );
    },
    takesBack: async (bookId: string, id: number) => {
      await open('shinkan').execute(
        'delete from subscription where member_id = :id and book_id = :bookId',
        { id: String(id), bookId },
      );
    },
    stopsAllMail: async (id: number) => {
      await open('shinkan').execute(
        `insert into member_setting (member_id, language, mail_stopped_at, mail_stopped_by, updated_at)
         values (:id, 'ja', utc_timestamp(6), 'test', utc_timestamp(6))`,
        { id: String(id) },
      );
    },
    /** Announces the book and puts it on sale, in the log. */
    goesOnSale: (bookId: string) => happens(bookId, 'ON_SALE'),
    /** Writes the event to the log and updates the book to match. */
    happens,
    /** Announces the book by a merge that is over. */
    announces: async (bookId: string, runId: string) => {
      await open('shinkan').execute(
        `insert into ingest_run (id, profile, file_key, state, started_at, finished_at)
         values (:runId, 'test', :runId, 'MERGED', utc_timestamp(6), utc_timestamp(6))`,
        { runId },
      );
      await happens(bookId, 'ANNOUNCED', { runId });
    },

    /** Moves the log’s events further into the past. */
    theLogGrowsOlder: async (minutes: number) => {
      await open('shinkan').execute(
        `update book_event set occurred_at = occurred_at - interval ${minutes} minute`,
      );
    },

    /** A window of two hours that opens in this many minutes. */
    opensIn: (minutes: number): MailWindow => {
      const now = Math.floor(ports().clock().getTime() / 60_000) + 9 * 60;
      const from = (now + minutes) % MINUTES_PER_DAY;
      return { from, until: (from + 120) % MINUTES_PER_DAY };
    },
    fill: (window: MailWindow = ALWAYS) => addToOutbox({ ...ports(), window }),
    /** Runs four senders, one after the other; returns their counts in total. */
    send: async (more: Partial<SendPorts> = {}): Promise<SendCounts> => {
      const all = { sent: 0, skipped: 0, failed: 0, remaining: 0 };
      for (const sender of [0, 1, 2, 3]) {
        const counts = await sendMails(ports(more), settings, { sender, senders: 4 });
        for (const key of ['sent', 'skipped', 'failed', 'remaining'] as const) {
          all[key] += counts[key];
        }
      }
      return all;
    },
    notes: (id: number): Promise<Note[]> =>
      open('shinkan').query<Note>(
        `select member_id, event_seq, state, attempt, mail_key, reason from mail_outbox
         where member_id = :id order by event_seq`,
        { id: String(id) },
      ),
  };
}

/** The sender settings of the tests. */
export const settings: SenderSettings = {
  mailsPerSecond: 1_000,
  linkSecrets: ['a secret of tests'],
  letterhead: {
    from: 'shinkan@shop.example',
    shopName: '見本書店',
    siteUrl: 'https://shinkan.example',
    postalAddress: '東京都千代田区神田神保町0-0-0',
    contact: '03-0000-0000',
  },
};
