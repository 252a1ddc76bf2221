import { WrongAnswer } from '../lib/sameAnswer.ts';

/** The list of the start page: ten fields of each book. */
export const listing = `query Upcoming($first: Int!) {
  upcomingBooks(first: $first) {
    edges {
      node {
        id
        isbn
        title
        subtitle
        volume
        contributors { name role }
        publisher
        price
        release { earliest latest precision text }
        status
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** The request body, in the format of GraphQL over HTTP. */
export const body = JSON.stringify({ query: listing, variables: { first: 20 } });

/** The request's headers with those that authorize it. */
export function headersWith(proof: { [name: string]: string } = {}): { [name: string]: string } {
  return { 'content-type': 'application/json', ...proof };
}

interface Answer {
  data?: { upcomingBooks: { edges: object[] } };
}

/** Asks a server for the list; throws unless it answers with twenty books. */
export async function ask(server: {
  url: string;
  headers?: { [name: string]: string };
}): Promise<Answer> {
  const headers = headersWith(server.headers);
  const response = await fetch(server.url, { method: 'POST', headers, body });
  const answer = (await response.json()) as Answer;
  const books = answer.data?.upcomingBooks.edges.length;
  if (books !== 20) throw new WrongAnswer(`${server.url}: ${books} books, expected 20`);
  return answer;
}

/** The result of the list's only resolver. */
export interface Listing {
  edges: { cursor: string; node: object }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** A page of books in the schema's shape. */
export function toListing(rows: Record<string, string | number | null>[], first: number): Listing {
  const edges = rows.slice(0, first).map((row) => ({
    cursor: `${row.release_order}~${row.id}`,
    node: {
      id: row.id,
      isbn: row.isbn,
      title: row.title,
      subtitle: row.subtitle,
      volume: row.volume,
      contributors: JSON.parse(String(row.contributors)),
      publisher: row.publisher,
      price: row.price,
      release: {
        earliest: row.release_earliest,
        latest: row.release_latest,
        precision: row.release_precision,
        text: row.release_text,
      },
      status: row.status,
    },
  }));
  const endCursor = edges.at(-1)?.cursor ?? null;
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor } };
}
