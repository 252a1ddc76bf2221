import { beforeEach, describe, expect, it } from 'vitest';
import type { BookEventPage, QueryBookEventsArgs } from '../../../resolvers/generated/schema.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { ask } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { openShelf, type Shelf } from '../../support/shelf.ts';

const READ = `query ($after: String, $first: Int, $kinds: [BookEventKind!], $bookId: ID) {
  bookEvents(after: $after, first: $first, kinds: $kinds, bookId: $bookId) {
    events { seq bookId kind } endCursor hasNextPage
  }
}`;

describe('the log of events', () => {
  let shelf: Shelf;
  let before: string;

  async function read(variables: QueryBookEventsArgs): Promise<BookEventPage> {
    const { data, errors } = await ask<{ bookEvents: BookEventPage }>(testStack(), READ, variables);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.bookEvents;
  }
  const seqs = ({ events }: BookEventPage) => events.map(({ seq }) => seq);

  beforeEach(async () => {
    shelf = openShelf(openStackDatabase(testStack()));
    before = (await read({ kinds: [] })).endCursor;
  });

  it('bookEvents returns the events of one book, page by page, and then the end of the whole log', async () => {
    const [one, other] = [await shelf.add(), await shelf.add()];
    const announced = await shelf.happen(one, 'ANNOUNCED');
    const sold = await shelf.happen(one, 'ON_SALE');
    const later = await shelf.happen(other, 'ANNOUNCED');
    const page = await read({ after: before, first: 1, bookId: one });
    expect(page).toMatchObject({ endCursor: announced, hasNextPage: true });
    expect(seqs(page)).toEqual([announced]);
    const last = await read({ after: page.endCursor, bookId: one });
    expect(seqs(last)).toEqual([sold]);
    expect(last.hasNextPage).toBe(false);
    expect(BigInt(last.endCursor)).toBeGreaterThanOrEqual(BigInt(later));
    expect(seqs(await read({ after: before, bookId: one, kinds: ['ON_SALE'] }))).toEqual([sold]);
    expect(seqs(await read({ after: before, bookId: 'unknown' }))).toEqual([]);
  });

  it.each(['123456789012345678', '999999999999999999'])(
    'bookEvents never goes back from %s',
    async (after) => {
      expect(await read({ after })).toEqual({ events: [], endCursor: after, hasNextPage: false });
    },
  );
});
