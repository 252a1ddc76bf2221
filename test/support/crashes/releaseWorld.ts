import { createHash } from 'node:crypto';
import type { Connection } from 'mysql2/promise';
import type { Database } from '../../../db/database.ts';
import type { AskGraphql, GraphqlAnswer } from '../../../services/lib/api/signedGraphql.ts';
import { addToOutbox } from '../../../services/mail/outbox/addToOutbox.ts';
import { type SentMail, settleSent } from '../../../services/mail/outbox/settleSent.ts';
import type { Mailer, OutgoingMail } from '../../../services/mail/sending/mailer.ts';
import { type SenderSettings, sendMails } from '../../../services/mail/sending/sendMails.ts';
import { countWork } from '../../../services/release/countWork.ts';
import { detectOnSale } from '../../../services/release/detectOnSale.ts';
import { publishEvents } from '../../../services/release/publishEvents.ts';
import { writtenColumns } from '../writtenColumns.ts';
import { Effects } from './effects.ts';
import { titlesOf } from './titlesOf.ts';

/** The news of a mail, as its recipient saw it. */
export interface Told {
  /** In milliseconds since 1970. */
  at: number;
  to: string;
  titles: string[];
}

/** The state outside the database. */
interface Surroundings {
  now: number;
  ids: number;
  told: Told[];
  /** Send events of SES in transit. */
  events: SentMail[];
  haveOptedOut: boolean;
}

/** The final result. */
export interface Outcome {
  /** News that should have been told and was not. */
  lost: string[];
  /** News told to a member who had opted out. */
  unlawful: string[];
  /** Mails that told a member what an earlier one had told. */
  duplicates: number;
  /** Notes neither settled nor given up with a reason. */
  stuck: string[];
}

const MINUTE_MS = 60_000;
const TABLES = [
  'book',
  'book_event',
  'book_event_counter',
  'subscription',
  'consent',
  'subscription_reason',
  'standing_subscription',
  'standing_consent',
  'suppression',
  'member_setting',
  'mail_cursor',
  'mail_outbox',
  'mail_pace',
  'hold',
];

const WANTED = ['m1 A', 'm1 B', 'm2 A', 'm3 B'];

const SET_UP = `
  insert into book (id, profile, record_key, isbn, title, contributors, series,
    release_precision, release_text, release_order, status, content_hash, run_id, created_at, updated_at)
  values
    ('a', 'test', 'a', '9784000000003', 'BOOK-A', '[]', '[]', 'UNKNOWN', '', '9', 'UPCOMING',
      repeat('0', 64), 'test', utc_timestamp(6), utc_timestamp(6)),
    ('b', 'test', 'b', '9784000000010', 'BOOK-B', '[]', '[]', 'UNKNOWN', '', '9', 'UPCOMING',
      repeat('0', 64), 'test', utc_timestamp(6), utc_timestamp(6));
  insert into subscription (member_id, book_id, created_at, consent_source)
  values ('1', 'a', '2020-01-01', 'test'), ('1', 'b', '2020-01-01', 'test'),
    ('2', 'a', '2020-01-01', 'test'), ('3', 'a', '2020-01-01', 'test'),
    ('3', 'b', '2020-01-01', 'test'), ('4', 'a', '2020-01-01', 'test'), ('5', 'b', '2020-01-01', 'test');
  insert into consent (member_id, book_id, given_at, source, wording)
  select member_id, book_id, created_at, consent_source, '発売を知らせて' from subscription
  where member_id <> '2' and not (member_id = '3' and book_id = 'a');
  insert into standing_subscription
    (member_id, kind, target_id, roles, created_at, consent_source, caught_up_at)
  values ('1', 'CONTRIBUTOR', 'c-1', '["AUTHOR"]', '2020-01-01', 'test', '2020-01-01'),
    ('2', 'CONTRIBUTOR', 'c-1', '["AUTHOR"]', '2020-01-01', 'test', '2020-01-01'),
    ('3', 'CONTRIBUTOR', 'c-1', '["AUTHOR"]', '2020-01-01', 'test', '2020-01-01');
  insert into standing_consent (member_id, kind, target_id, given_at, source, wording)
  select member_id, kind, target_id, created_at, 'test', '新刊を知らせて' from standing_subscription;
  insert into subscription_reason (member_id, book_id, kind, target_id, created_at)
  select member_id, 'a', kind, target_id, created_at from standing_subscription`;

/**
 * A shop with five members and two books, and everything that tells them when the shop starts to
 * sell both books. Members 2 and 3 have book A for its author, member 1 both for that and directly.
 * While the news waits, member 3 has stopped waiting for the author, the address of member 4 is
 * suppressed and member 5 stops all mails. The code is the product's own, from the pass over the
 * shop's master to the settling; the database is real, SES and the API are in-process.
 */
export class ReleaseWorld {
  readonly effects = new Effects();
  #around: Surroundings = freshSurroundings();
  readonly #root: Connection;
  readonly #database: Database;
  readonly #shop: Database;
  readonly #settings: SenderSettings;
  readonly #mailer: Mailer;
  readonly #ask: AskGraphql;

  /** `root` may send several statements at once, and is connected to the database of `database`. */
  constructor(parts: {
    root: Connection;
    database: Database;
    shop: Database;
    settings: SenderSettings;
    /** Changes what a sender does when it hands over a mail. */
    wrap?: (mailer: Mailer, database: Database) => Mailer;
    /** How the API is called if it is not in-process. */
    ask?: AskGraphql;
  }) {
    this.#root = parts.root;
    this.#database = this.effects.watch(parts.database);
    this.#shop = this.effects.watch(parts.shop);
    this.#settings = parts.settings;
    const { wrap = (mailer) => mailer, ask = async () => this.theApiTakesAll() } = parts;
    this.#mailer = wrap(this.#ses, this.#database);
    this.#ask = (request) => this.effects.run('publish', () => ask(request));
  }

  static async prepareShop(shop: Database): Promise<void> {
    await shop.execute(
      `insert into customers (customer_no, login_name, password, mail_address, nickname)
       values (1, 'm1', 'x', 'm1@reader.example', ''), (2, 'm2', 'x', 'm2@reader.example', ''),
         (3, 'm3', 'x', 'm3@reader.example', ''), (4, 'm4', 'x', 'm4@reader.example', ''),
         (5, 'm5', 'x', 'm5@reader.example', '')`,
    );
    await shop.execute(
      `insert into products (isbn13, sale_flag, page_url)
       values ('9784000000003', 1, 'https://shop.example/a'), ('9784000000010', 1, 'https://shop.example/b')`,
    );
  }

  /** The morning of the release. */
  async begin(): Promise<void> {
    this.#around = freshSurroundings();
    this.effects.crashes = 0;
    const empty = TABLES.map((table) => `delete from ${table}`).join(';');
    await this.#root.query(
      `${empty}; ${SET_UP};
       insert into book_event_counter (id, last_seq) values (1, 0);
       insert into mail_cursor (id, last_seq) values (1, 0);
       insert into mail_pace (id, next_at, version) values (1, '2000-01-01', 0);
       insert into hold (name, token, until_at)
         values ('publish', '', '2000-01-01'), ('send/0', '', '2000-01-01')`,
    );
  }

  /** Runs the release workflow once; returns whether there was anything to do. */
  async release(): Promise<boolean> {
    const { effects } = this;
    const [database, shop, { clock }] = [this.#database, this.#shop, this];
    await detectOnSale({ database, shop, clock });
    const work = await countWork(database, clock());
    if (Object.values(work).every((count) => count === 0)) return false;

    while ((await publishEvents({ database, clock, ask: this.#ask })).remaining > 0);
    await addToOutbox({ database, clock, window: { from: 0, until: 0 } });
    await this.#optOuts();
    const ports = {
      database,
      shop,
      clock,
      mailer: this.#mailer,
      ids: () => `id-${++this.#around.ids}`,
      random: () => 0.5,
      pause: (milliseconds: number) =>
        effects.run('pause', async () => {
          this.#around.now += milliseconds;
        }),
    };
    const all = { sender: 0, senders: 1 };
    while ((await sendMails(ports, this.#settings, all)).remaining > 0);
    return true;
  }

  /**
   * Delivers SES's events to the settling function; a failed call is repeated until it succeeds.
   */
  async events(): Promise<void> {
    for (;;) {
      const [mail] = this.#around.events;
      if (mail === undefined) return;
      const isSettled = await this.effects.survives(() =>
        settleSent(this.#database, mail, this.clock()),
      );
      if (isSettled) this.#around.events.shift();
    }
  }

  minutesPass(minutes: number): void {
    this.#around.now += minutes * MINUTE_MS;
  }

  get told(): readonly Told[] {
    return this.#around.told;
  }

  readonly clock = (): Date => new Date(this.#around.now);

  readonly #ses: Mailer = (mail) =>
    this.effects.run('SES', async () => ({ kind: 'SENT', messageId: this.sesTakes(mail) }));

  /** Takes a mail as SES does: returns its id, and will send an event. */
  sesTakes({ mailKey, to, raw }: OutgoingMail): string {
    const messageId = `message-${this.#around.told.length}`;
    const at = this.#around.now;
    this.#around.told.push({ at, to: to.split('@')[0] ?? to, titles: titlesOf(raw) });
    this.#around.events.push({ mailKey, messageId });
    return messageId;
  }

  theApiTakesAll(): GraphqlAnswer {
    return { data: { e0: {}, e1: {} }, errors: [] };
  }

  /** The members' doing: not an effect of ours. */
  async #optOuts(): Promise<void> {
    if (this.#around.haveOptedOut) return;
    this.#around.haveOptedOut = true;
    const hash = createHash('sha256').update('m4@reader.example').digest('hex');
    await this.#root.query(
      `update standing_consent set withdrawn_at = utc_timestamp(6), withdrawn_by = 'web'
       where member_id = '3';
       insert into suppression (email_hash, reason, created_at) values (?, 'bounce', utc_timestamp(6));
       insert into member_setting (member_id, language, mail_stopped_at, mail_stopped_by, updated_at)
       values ('5', 'ja', utc_timestamp(6), 'test', utc_timestamp(6))`,
      [hash],
    );
  }

  /** Saves the state of the world, under a name of letters. */
  async keep(name: string): Promise<() => Promise<void>> {
    const around = structuredClone(this.#around);
    const { crashes } = this.effects;
    const restore: string[] = [];
    for (const table of TABLES) {
      const kept = `kept_${name}_${table}`;
      const columns = await writtenColumns(this.#root, table);
      await this.#root.query(`create or replace table ${kept} as select ${columns} from ${table}`);
      restore.push(
        `delete from ${table}; insert into ${table} (${columns}) select ${columns} from ${kept}`,
      );
    }
    return async () => {
      this.#around = structuredClone(around);
      this.effects.crashes = crashes;
      await this.#root.query(`begin; ${restore.join(';')}; commit`);
    };
  }

  /** Distinguishes one world from another. */
  async fingerprint(): Promise<string> {
    const [rows] = await this.#root.query(
      TABLES.map((table) => `select * from ${table}`).join(';'),
    );
    // Write times and the current time do not affect the outcome.
    const text = JSON.stringify([rows, { ...this.#around, now: 0 }], (key, value) =>
      /(_|^)at$/.test(key) && key !== 'mail_stopped_at' ? value !== null : value,
    );
    return createHash('sha256').update(text).digest('hex');
  }

  async outcome(): Promise<Outcome> {
    const mails = this.#around.told.map(({ to, titles }) =>
      titles.map((title) => `${to} ${title}`),
    );
    const told = mails.flat();
    const repeats = mails.filter((mail, index) =>
      mail.some((one) => mails.slice(0, index).flat().includes(one)),
    );
    const [rows] = await this.#root.query(
      `select concat('m', member_id, ' ', upper(e.book_id), ' ', state) as what, state
       from mail_outbox o join book_event e on e.seq = o.event_seq
       union all select concat('event ', seq), 'UNPUBLISHED' from book_event where published_at is null`,
    );
    const isDone = ({ state, what }: { state: string; what: string }) =>
      ['SENT', 'SKIPPED'].includes(state) &&
      WANTED.some((one) => what.startsWith(one)) === (state === 'SENT');
    return {
      lost: WANTED.filter((one) => !told.includes(one)),
      unlawful: told.filter((one) => !WANTED.includes(one)),
      duplicates: repeats.length,
      // The columns are the ones that the statement names.
      stuck: (rows as { state: string; what: string }[])
        .filter((row) => !isDone(row))
        .map(({ what }) => what),
    };
  }
}

function freshSurroundings(): Surroundings {
  return { now: Date.now(), ids: 0, told: [], events: [], haveOptedOut: false };
}
