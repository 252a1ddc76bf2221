import { afterAll, beforeAll, beforeEach } from 'vitest';
import { askResolvers } from '../../support/askResolver.ts';
import { type PrivateDatabases, startPrivateDatabases } from '../../support/privateDatabases.ts';

const TABLES = [
  'book',
  'contributor',
  'book_contributor',
  'series',
  'book_series',
  'subscription',
  'subscription_reason',
  'standing_subscription',
  'standing_consent',
  'consent',
];

/**
 * A database private to one file with contributors, series and their books; empty before each test.
 */
export function aWaitingRoom() {
  let databases: PrivateDatabases | undefined;

  beforeAll(async () => {
    databases = await startPrivateDatabases();
  });
  afterAll(() => databases?.stop());
  beforeEach(async () => {
    for (const table of TABLES) await open().execute(`delete from ${table}`);
  });

  function running() {
    if (!databases) throw new Error('The database is not open yet');
    return databases;
  }
  const open = () => running().open('shinkan');

  async function named(table: 'contributor' | 'series', id: string, joinedTo: string) {
    await open().execute(
      `insert into ${table} (id, name_key, name, reading, joined_to, created_at)
       values (:id, :id, concat('名 ', :id), null, :joinedTo, utc_timestamp(6))`,
      { id, joinedTo },
    );
  }

  return {
    open,
    ask: askResolvers(() => running().api),

    contributor: (id: string, joinedTo = id) => named('contributor', id, joinedTo),
    series: (id: string, joinedTo = id) => named('series', id, joinedTo),

    /**
     * Changes the tables as an operator's join does: the books of `from` become those of `into`.
     */
    async joins(from: string, into: string) {
      await open().execute(
        'update contributor set joined_to = :into where id = :from or joined_to = :from',
        { from, into },
      );
      await open().execute(
        'update book_contributor set contributor_id = :into where contributor_id = :from',
        { from, into },
      );
      await marked(into);
    },
    async separates(from: string, into: string) {
      await open().execute('update contributor set joined_to = id where id = :from', { from });
      await open().execute(
        'update book_contributor set contributor_id = :from where stated_id = :from',
        { from },
      );
      await marked(into);
      await marked(from);
    },

    /** Adds a book by these contributors, each `id` or `id ROLE`, optionally in a series. */
    async book(id: string, by: string[] = [], { series = '', status = 'UPCOMING' } = {}) {
      await open().execute(
        `insert into book (id, profile, record_key, title, contributors, series, release_precision,
           release_text, release_order, status, content_hash, run_id, created_at, updated_at)
         values (:id, 'test', :id, concat('書名 ', :id), '[]', '[]', 'UNKNOWN', '未定',
           '9999999999999999', :status, repeat('0', 64), 'test', utc_timestamp(6), utc_timestamp(6))`,
        { id, status },
      );
      for (const [place, who] of by.entries()) {
        const [stated = '', role = 'AUTHOR'] = who.split(' ');
        await open().execute(
          `insert into book_contributor (book_id, place, role, stated_id, contributor_id)
           select :id, :place, :role, c.id, c.joined_to from contributor c where c.id = :stated`,
          { id, place, role, stated },
        );
      }
      if (series === '') return;
      await open().execute(
        `insert into book_series (book_id, stated_id, series_id, volume_number)
         select :id, s.id, s.joined_to, 1 from series s where s.id = :series`,
        { id, series },
      );
    },

    /** The books to which the member is subscribed, ordered by id. */
    async waitsFor(member: string): Promise<string[]> {
      const rows = await open().query<{ book_id: string }>(
        'select book_id from subscription where member_id = :member order by book_id',
        { member },
      );
      return rows.map((row) => row.book_id);
    },

    /** The reasons, as `book KIND target`. */
    async reasons(member: string): Promise<string[]> {
      const rows = await open().query<{ reason: string }>(
        `select concat(book_id, ' ', kind, ' ', target_id) as reason from subscription_reason
         where member_id = :member order by reason`,
        { member },
      );
      return rows.map((row) => row.reason);
    },
  };

  /**
   * Marks the contributor as the operator's mutation does, so that its books are processed again.
   */
  async function marked(id: string) {
    await open().execute(
      `update standing_subscription set caught_up_at = null
       where kind = 'CONTRIBUTOR' and target_id in (select c.id from contributor c where c.joined_to = :id)`,
      { id },
    );
  }
}
