import type { Database } from '../../../db/database.ts';
import type { CatalogueKind } from '../../../domain/waiting/kinds.ts';

/** Contributors, series and members who wait for them, in a database that the test opens. */
export function standingSubscriptions(open: () => Database) {
  const table = { CONTRIBUTOR: 'contributor', SERIES: 'series' } as const;
  return {
    /** Creates a contributor or series with this id and name, optionally joined to another. */
    named: (kind: CatalogueKind, id: string, name: string, joinedTo = id) =>
      open().execute(
        `insert into ${table[kind]} (id, name_key, name, joined_to, created_at)
         values (:id, :id, :name, :joinedTo, utc_timestamp(6))
         on duplicate key update joined_to = values(joined_to)`,
        { id, name, joinedTo },
      ),

    /** Credits the book to the contributor in this role, or makes it a volume of the series. */
    async isOf(bookId: string, kind: CatalogueKind, id: string, role = 'AUTHOR'): Promise<void> {
      await (kind === 'SERIES'
        ? open().execute(
            `insert into book_series (book_id, stated_id, series_id) values (:bookId, :id, :id)`,
            { bookId, id },
          )
        : open().execute(
            `insert into book_contributor (book_id, place, role, stated_id, contributor_id)
             values (:bookId, 0, :role, :id, :id)`,
            { bookId, id, role },
          ));
    },

    /** Creates the member’s standing subscription as of this time. */
    async waitsFor(member: number, kind: CatalogueKind, id: string, since: string): Promise<void> {
      const values = {
        member: String(member),
        kind,
        id,
        since,
        roles: kind === 'SERIES' ? null : '["AUTHOR"]',
      };
      await open().execute(
        `insert into standing_subscription
           (member_id, kind, target_id, roles, created_at, consent_source, caught_up_at)
         values (:member, :kind, :id, :roles, :since, 'web', :since)`,
        values,
      );
      const { roles: _, ...consent } = values;
      await open().execute(
        `insert into standing_consent (member_id, kind, target_id, given_at, source, wording)
         values (:member, :kind, :id, :since, 'web', '新刊を知らせて')`,
        consent,
      );
    },

    /**
     * Subscribes the member to the book for this reason as of this time; by this run’s merge, if
     * any.
     */
    async hasBookFor(
      member: number,
      bookId: string,
      kind: CatalogueKind,
      id: string,
      { since, run = null }: { since: string; run?: string | null },
    ): Promise<void> {
      const values = { member: String(member), bookId, since };
      await open().execute(
        `insert into subscription_reason (member_id, book_id, kind, target_id, created_at, run_id)
         values (:member, :bookId, :kind, :id, :since, :run)`,
        { ...values, kind, id, run },
      );
      await open().execute(
        `insert into subscription (member_id, book_id, created_at, consent_source)
         values (:member, :bookId, :since, 'web')
         on duplicate key update consent_source = subscription.consent_source`,
        values,
      );
    },

    /** The member’s standing subscriptions, with their times. */
    waiting: async (member: number) =>
      (
        await open().query(
          `select kind, target_id, roles, created_at from standing_subscription
           where member_id = :member order by kind, target_id`,
          { member: String(member) },
        )
      ).map((row) => [row.kind, row.target_id, row.roles, row.created_at].join(' ')),

    /** The books that the member is subscribed to, each with its reasons. */
    books: async (member: number) =>
      (
        await open().query(
          `select s.book_id, s.created_at,
             (select group_concat(concat(r.kind, '/', r.target_id) order by r.kind, r.target_id)
               from subscription_reason r
               where r.member_id = s.member_id and r.book_id = s.book_id) as reasons
           from subscription s where s.member_id = :member order by s.book_id`,
          { member: String(member) },
        )
      ).map((row) => `${row.book_id} ${row.created_at} ${row.reasons}`),

    /** Each consent to a contributor or series: where it was given and where withdrawn. */
    consents: (member: number) =>
      open().query(
        `select kind, target_id, source, wording, withdrawn_by from standing_consent
         where member_id = :member order by given_at, kind, target_id`,
        { member: String(member) },
      ),
  };
}

/** The tables of standing subscriptions; emptied before each test. */
export const STANDING_TABLES = [
  'subscription_reason',
  'standing_subscription',
  'standing_consent',
  'stopped_standing',
  'stopped_reason',
  'book_contributor',
  'book_series',
  'contributor',
  'series',
] as const;
