import { parse } from 'graphql';
import { expect, it } from 'vitest';
import type { Requester } from '../../../client/src/index.ts';
import { askForBooks } from '../../../embed/src/askForBooks.ts';

it('askForBooks queries thirty books in a request far smaller than the web ACL allows', async () => {
  const isbns = Array.from({ length: 30 }, (_, index) => String(9784000000000 + index));
  let body = '';
  // The result has the document's own type, which a test cannot name.
  const request = (async (document: object, variables: object) => {
    body = JSON.stringify({ query: String(document), variables });
    return { cursor: '1', b29: [] };
  }) as unknown as Requester;
  const answer = await askForBooks(request, isbns);
  expect(answer.books.size).toBe(30);
  expect(Buffer.byteLength(body)).toBeLessThan(4_000);
  expect(() => parse(JSON.parse(body).query)).not.toThrow();
});
