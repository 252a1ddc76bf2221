import { type Requester, TypedDocumentString } from '../../client/src/index.ts';
import { type EmbeddedBookFragment, EmbeddedBookFragmentDoc } from './generated/documents.ts';

/** The result of one request: the books of each ISBN, and the end of the event log. */
export interface Answer {
  books: Map<string, EmbeddedBookFragment[]>;
  cursor: string;
}

type Fields = { cursor: string } & { [alias: string]: EmbeddedBookFragment[] };

/** Queries the books of many ISBNs in one request; volumes of a set may share an ISBN. */
export async function askForBooks(request: Requester, isbns: string[]): Promise<Answer> {
  const names = isbns.map((isbn, index) => ({ isbn, index }));
  const document = new TypedDocumentString<Fields, { [name: string]: string }>(`
    query Embedded(${names.map(({ index }) => `$i${index}: String!`).join(', ')}) {
      cursor: latestBookEventCursor
      ${names.map(({ index }) => `b${index}: booksByIsbn(isbn: $i${index}) { ...EmbeddedBook }`).join('\n')}
    }
    ${EmbeddedBookFragmentDoc}`);
  const variables = Object.fromEntries(names.map(({ isbn, index }) => [`i${index}`, isbn]));
  const data = await request(document, variables);
  return {
    cursor: data.cursor,
    books: new Map(names.map(({ isbn, index }) => [isbn, data[`b${index}`] ?? []])),
  };
}
