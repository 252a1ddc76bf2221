import { recountUpcoming } from '../../../db/catalogue/recountUpcoming.ts';
import type { Database } from '../../../db/database.ts';
import type {
  CatalogueJoin,
  CatalogueKind,
  Suggestions,
} from '../../../resolvers/generated/schema.ts';
import { nameCatalogue } from '../../../services/ingest/backfill/nameCatalogue.ts';
import { recordOnSale } from '../../../services/release/recordOnSale.ts';
import { recordWithdrawn } from '../../../services/release/recordWithdrawn.ts';
import { askField, type Catalogue } from '../../../tools/testing/askList.ts';
import { announced, type FeedRow, toFeed } from '../../support/feedRows.ts';
import { asOwner } from '../../support/privateDatabases.ts';
import { aFeedDatabase } from '../ingest/feedDatabase.ts';

/** A catalogue private to one test file, changed only through the product's own operations. */
export function aSuggestingCatalogue() {
  const feed = aFeedDatabase();
  const catalogue = (): Catalogue => ({ api: feed.api(), ...asOwner, database: 'shinkan' });
  const asOperator = { memberId: '1', claims: { operator: true } };

  return {
    feed,
    open: (): Database => feed.open(),
    /** A row of a file: a book by these authors. */
    by: (record: string, 著者: string, hour = 1, more: FeedRow = {}) =>
      announced(record, hour, { 著者, ...more }),
    deliver: (...rows: FeedRow[]) => feed.deliver(toFeed(...rows)),
    sell: (...isbns: string[]) =>
      recordOnSale(
        feed.open(),
        isbns.map((isbn) => ({ isbn, onSaleAt: '2027-01-05 00:00:00', productUrl: null })),
      ),
    withdraw: (...isbns: string[]) => recordWithdrawn(feed.open(), isbns),
    /** Does the work that runs beside a merge. */
    async settle(): Promise<void> {
      await nameCatalogue(feed.open());
      await recountUpcoming(feed.open());
    },
    async idOf(name: string, table: 'contributor' | 'series' = 'contributor'): Promise<string> {
      const [row] = await feed
        .open()
        .query<{ id: string }>(`select id from ${table} where name = :name`, { name });
      return row?.id ?? '';
    },
    async join(kind: CatalogueKind, from: string, into: string): Promise<CatalogueJoin> {
      const asking = { args: { kind, from, into }, ...asOperator };
      // The field's type in the schema.
      return (await askField(catalogue(), 'Mutation.joinInCatalogue', asking)) as CatalogueJoin;
    },
    separate: (id: string) =>
      askField(catalogue(), 'Mutation.separateInCatalogue', { args: { id }, ...asOperator }),
    /** The names that are suggested, with their counts. */
    async suggested(text: string) {
      const answer = await askField(catalogue(), 'Query.suggest', { args: { text } });
      // The field's type in the schema.
      const { contributors, series } = answer as Suggestions;
      return [
        ...contributors.map(({ contributor, upcomingCount }) => [contributor.name, upcomingCount]),
        ...series.map(({ series: { name }, upcomingCount }) => [name, upcomingCount]),
      ];
    },
  };
}
