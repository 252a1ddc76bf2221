import type { FieldMergeFunction, FieldReadFunction, Reference } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

const COUNTS = ['totalCount', 'onSale', 'cancelled'] as const;

type Counts = { [count in (typeof COUNTS)[number]]: number };

interface Connection extends Partial<Counts> {
  edges: readonly { node: Reference }[];
  /** The part of the counts that covers books not listed yet. */
  beyond?: Counts;
}

// Apollo's own policy, which also keeps a connection's fields other than edges; its types do not
// say so.
const pages = relayStylePagination() as unknown as {
  read: FieldReadFunction<Connection>;
  merge: FieldMergeFunction<Connection>;
};

const merge: FieldMergeFunction<Connection> = (known, found, options) => {
  const merged = pages.merge(known, found, options);
  if (!hasCounts(found)) return merged;
  const listed = countListed(merged, options.readField);
  return { ...merged, beyond: eachCount((count) => found[count] - listed[count]) };
};

const read: FieldReadFunction<Connection> = (known, options) => {
  const page = pages.read(known, options);
  if (!page?.beyond) return page;
  const { beyond, ...rest } = page;
  const listed = countListed(page, options.readField);
  return { ...rest, ...eachCount((count) => beyond[count] + listed[count]) };
};

/**
 * A member's subscriptions. Their counts follow changes to the listed books: a book that goes on
 * sale or is withdrawn is counted accordingly at once, and only once, however many pages are
 * fetched later.
 */
export const subscribedBooks = { keyArgs: ['orderBy'], read, merge };

type ReadField = (name: string, from: Reference | { node: Reference } | undefined) => unknown;

function countListed({ edges }: Connection, readField: ReadField): Counts {
  const waitedFor = edges
    .map(({ node }) => readField('book', node) as Reference | undefined)
    .filter((book) => readField('subscribed', book) !== false)
    .map((book) => readField('status', book));
  return {
    totalCount: waitedFor.length,
    onSale: waitedFor.filter((status) => status === 'ON_SALE').length,
    cancelled: waitedFor.filter((status) => status === 'CANCELLED').length,
  };
}

const hasCounts = (page: Connection): page is Connection & Counts =>
  COUNTS.every((count) => typeof page[count] === 'number');

const eachCount = (give: (count: keyof Counts) => number): Counts => ({
  totalCount: give('totalCount'),
  onSale: give('onSale'),
  cancelled: give('cancelled'),
});
