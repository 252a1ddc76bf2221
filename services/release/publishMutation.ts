import type { GraphqlRequest } from '../lib/api/signedGraphql.ts';

// A listener can select only what the mutation selected, so this is everything about an event
// except facts about members and the other books of its contributors and series. A fragment keeps
// 25 events within the 8 KB of a body that a web ACL in front of AppSync can inspect.
const BOOK_EVENT = `fragment PublishedEvent on BookEvent {
  seq kind bookId occurredAt
  change {
    from { earliest latest precision text }
    to { earliest latest precision text }
  }
  book {
    id isbn title subtitle titleReading volume edition
    contributors { name reading role roleText contributor { id name reading aliases } }
    publisher seller label
    series { name number }
    seriesPlace { number series { id name reading aliases } }
    price priceWithTax setPrice form pages description coverUrl
    release { earliest latest precision text }
    status announcedAt onSaleAt productUrl
  }
}`;

/** The alias of the event at this position in the response. */
export function aliasOf(index: number): string {
  return `e${index}`;
}

/** The mutation that publishes these events, in order: `e0` is the first. */
export function publishMutation(seqs: string[]): GraphqlRequest {
  const declared = seqs.map((_, index) => `$s${index}: ID!`).join(', ');
  const fields = seqs.map(
    (_, index) => `  ${aliasOf(index)}: publishBookEvent(seq: $s${index}) { ...PublishedEvent }`,
  );
  return {
    query: [`mutation PublishBookEvents(${declared}) {`, ...fields, '}', BOOK_EVENT].join('\n'),
    variables: Object.fromEntries(seqs.map((seq, index) => [`s${index}`, seq])),
  };
}
