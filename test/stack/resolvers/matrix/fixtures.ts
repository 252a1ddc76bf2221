import { recountUpcoming } from '../../../../db/catalogue/recountUpcoming.ts';
import type { Database } from '../../../../db/database.ts';
import { nameCatalogue } from '../../../../services/ingest/backfill/nameCatalogue.ts';
import { eventually } from '../../../support/eventually.ts';
import { openShelf } from '../../../support/shelf.ts';
import { aName, linkTo, putInto } from '../linkBook.ts';
import { type Askers, askAs } from './askers.ts';

/** Replaces the names of the created things in a document by their ids. */
export type Fill = (document: string) => string;

/** Creates one of everything that a field may return, so that no way to a field is empty. */
export async function makeOneOfEach(
  database: Database,
  url: string,
  askers: Askers,
): Promise<{ fill: Fill; bookId: string; seq: string }> {
  const shelf = openShelf(database);
  const contributor = aName('c', '山田');
  const series = aName('s', '灯台');
  const bookId = await shelf.add({ contributors: [{ name: contributor.name, role: 'AUTHOR' }] });
  await linkTo(database, bookId, [contributor]);
  await putInto(database, bookId, series.name, 1);
  await nameCatalogue(database);
  await recountUpcoming(database);
  await database.execute(`update book set series = '[{"name": "灯台"}]' where id = :bookId`, {
    bookId,
  });
  // A day of the calendar, beside the other's period.
  await shelf.add({ earliest: '2099-05-02', latest: '2099-05-02', precision: 'DAY' });
  const seq = await shelf.happen(bookId, 'RESCHEDULED');
  const day = { earliest: null, latest: null, precision: 'UNKNOWN', text: '未定' };
  await database.execute('update book_event set release_change = :change where seq = :seq', {
    seq,
    change: JSON.stringify({ from: day, to: day }),
  });
  await keepRuns(database);
  await keepMails(database, seq);
  await keepJoin(database);
  const fill: Fill = (document) =>
    document
      .replaceAll('$id', bookId)
      .replaceAll('$seq', seq)
      .replaceAll('$contributor', contributor.id)
      .replaceAll('$series', series.id)
      .replaceAll('$before', String(BigInt(seq) - 1n));
  for (const who of ['member A', 'member B', 'operator'] as const) {
    await askAs(askers[who], url, fill('mutation { subscribeToBook(bookId: "$id") { bookId } }'));
    await keepOwnMail(database, seq, await askAs(askers[who], url, '{ viewer { id } }'));
  }
  await askAs(
    askers.operator,
    url,
    'mutation { joinInCatalogue(kind: CONTRIBUTOR, from: "c-bar07-1", into: "c-bar07-2") { id } }',
  );
  await askAs(askers.operator, url, 'mutation { approveIngestRun(id: "bar07-stuck") { id } }');
  await eventually('a decision that fails', async () => {
    const document = '{ ingestRun(id: "bar07-stuck") { decision { state } } }';
    return JSON.stringify(await askAs(askers.operator, url, document)).includes('FAILED');
  });
  return { fill, bookId, seq };
}

/** One run with everything that a run may have, and three that wait for a decision. */
async function keepRuns(database: Database): Promise<void> {
  const cell = { line: 2, column: 'ISBN', seen: '4', became: '9' };
  const notes = {
    header: 'ISBN',
    unknownColumns: [],
    mendings: [{ kind: 'ten-digits', count: 1, examples: [cell] }],
    unknownRoles: [{ word: '役', count: 1 }],
    encodingDoubt: null,
  };
  const counts = { records: 0, created: 0, changed: 0, unchanged: 0, held: 0, rejected: 0 };
  const examples = [{ bookId: 'b', title: '本', change: null }];
  const preview = {
    ...counts,
    unconfirmed: 0,
    events: [{ kind: 'ANNOUNCED', count: 1, subscriptions: 0, examples }],
  };
  await database.execute(
    `insert ignore into ingest_run (id, profile, file_key, state, started_at, record_count, notes, preview)
     values ('bar07', 'shinkan', 'bar07.csv', 'MERGED', utc_timestamp(6), 0, :notes, :preview),
       ('bar07-right', 'shinkan', 'bar07.csv', 'HELD', utc_timestamp(6), 0, null, null),
       ('bar07-wrong', 'shinkan', 'bar07.csv', 'HELD', utc_timestamp(6), 0, null, null),
       ('bar07-stuck', 'shinkan', 'bar07.csv', 'HELD', utc_timestamp(6), 1, null, null)`,
    { notes: JSON.stringify(notes), preview: JSON.stringify(preview) },
  );
  await database.execute(
    `insert ignore into ingest_reject (run_id, record_no, line, byte_offset, reason_code, reason, raw_row)
     values ('bar07', 1, 2, 0, 'too-long', '長すぎます', 'x')`,
  );
}

/** A mail that the asking member has received. */
async function keepOwnMail(database: Database, seq: string, answer: unknown): Promise<void> {
  const { data } = answer as { data: { viewer: { id: string } } };
  await database.execute(
    `insert ignore into mail_outbox (member_id, event_seq, shard, state, mail_key, attempt, created_at, settled_at)
     values (:me, :seq, 0, 'SENT', concat('bar07-', :me), 1, utc_timestamp(6), utc_timestamp(6))`,
    { me: data.viewer.id, seq },
  );
}

/** A mail that was sent, and one that was given up. */
async function keepMails(database: Database, seq: string): Promise<void> {
  await database.execute(
    `insert ignore into mail_outbox (member_id, event_seq, shard, state, mail_key, attempt, created_at, settled_at)
     values ('bar07-sent', :seq, 0, 'SENT', 'bar07-mail', 1, utc_timestamp(6), utc_timestamp(6)),
       ('bar07-failed', :seq, 0, 'FAILED', 'bar07-failed', 1, utc_timestamp(6), utc_timestamp(6))`,
    { seq },
  );
}

/** A join that was separated, and names that an operator can join. */
async function keepJoin(database: Database): Promise<void> {
  await database.execute(
    `insert ignore into contributor (id, name_key, name, joined_to, created_at)
     values ('c-bar07-1', 'bar07-1', '一', 'c-bar07-1', utc_timestamp(6)),
       ('c-bar07-2', 'bar07-2', '二', 'c-bar07-2', utc_timestamp(6))`,
  );
  await database.execute(
    `insert ignore into catalogue_join
       (id, kind, from_id, into_id, joined_by, joined_at, separated_by, separated_at)
     values ('j-bar07', 'CONTRIBUTOR', 'c-bar07-2', 'c-bar07-1', '1', utc_timestamp(6), '1', utc_timestamp(6))`,
  );
}
