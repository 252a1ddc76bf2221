import { describe, expect, it } from 'vitest';
import { ask } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';

describe('the API', () => {
  it('the API lets nobody subscribe to a book without a token', async () => {
    const answer = await ask(
      testStack(),
      'mutation { subscribeToBook(bookId: "isbn-9784999990009") { bookId } }',
    );
    expect(answer.data).toBeNull();
    expect(answer.errors?.[0]).toMatchObject({ errorType: 'Unauthorized' });
  });

  it('the API lets nobody publish an event with the public key', async () => {
    const answer = await ask(testStack(), 'mutation { publishBookEvent(seq: "1") { seq } }');
    expect(answer.data).toEqual({ publishBookEvent: null });
    expect(answer.errors?.[0]).toMatchObject({ errorType: 'Unauthorized' });
  });

  it('the API says what is wrong with a query it cannot parse', async () => {
    const answer = await ask(testStack(), '{ upcomingBooks(first: ) { edges } ');
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors?.[0]?.message).toBeTruthy();
  });

  it('the API names the field that does not exist', async () => {
    const answer = await ask(testStack(), '{ upcomingBooks { edgesOfTomorrow } }');
    expect(answer.errors?.[0]?.message).toContain('edgesOfTomorrow');
  });

  it.each([0, 101, -1])('the API rejects a page of %i books with a named error', async (first) => {
    const answer = await ask(
      testStack(),
      'query ($first: Int) { upcomingBooks(first: $first) { edges { cursor } } }',
      { first },
    );
    expect(answer.errors?.[0]).toMatchObject({ errorType: 'InvalidArgument' });
  });

  it('the API rejects a made-up cursor with a named error', async () => {
    const answer = await ask(testStack(), '{ upcomingBooks(after: "🍣") { edges { cursor } } }');
    expect(answer.errors?.[0]).toMatchObject({ errorType: 'InvalidCursor' });
  });

  it('the API does not answer introspection in production', async () => {
    const answer = await ask(testStack(), '{ __schema { types { name } } }');
    expect(answer.data?.__schema ?? null).toBeNull();
    expect(answer.errors?.[0]?.message).toContain('FieldUndefined');
  });
});

describe('paging through the upcoming books', () => {
  const query = `query ($first: Int, $after: String) {
    upcomingBooks(first: $first, after: $after) {
      edges { cursor node { id title release { earliest latest precision text } } }
      pageInfo { hasNextPage endCursor }
    }
  }`;
  interface Page {
    upcomingBooks: {
      edges: { cursor: string; node: { id: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  }

  it('paging shows every book once, in the order of one long page', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const answer: { data: Page | null; errors?: unknown } = await ask<Page>(testStack(), query, {
        first: 37,
        after,
      });
      expect(answer.errors).toBeUndefined();
      const page = answer.data?.upcomingBooks;
      seen.push(...(page?.edges ?? []).map((edge) => edge.node.id));
      if (!page?.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(250);

    const long = await ask<Page>(testStack(), query, { first: 100 });
    expect(long.data?.upcomingBooks.edges.map((edge) => edge.node.id)).toEqual(seen.slice(0, 100));
  });
});
