import { describe, expect, it } from 'vitest';
import { request, response } from '../../../resolvers/Mutation.subscribeToBook.ts';
import * as unsubscribing from '../../../resolvers/Mutation.unsubscribeFromBook.ts';
import { aBookRow, aMember, answered, asked } from './resolving.ts';

const row = {
  ...aBookRow,
  book_id: aBookRow.id,
  created_at: '2026-11-24 07:00:00.5',
  subscribed: 1,
};
const args = { bookId: aBookRow.id };

describe('a subscription', () => {
  it('is that of the member whom the token names', () => {
    const { statements, variableMap } = request(asked({ args, identity: aMember }));
    expect(statements).toHaveLength(2);
    expect(variableMap).toEqual({ ':me': '7', ':book': aBookRow.id });
  });

  it('is given back with its book', () => {
    const given = response(asked({ args, result: answered(null, [row]) }));
    expect(given).toMatchObject({
      bookId: aBookRow.id,
      since: '2026-11-24T07:00:00.500Z',
      book: { title: '雪国の灯', subscribed: true },
    });
  });

  it('to a book that does not exist fails', () => {
    expect(() => response(asked({ args, result: answered(null, []) }))).toThrow(
      expect.objectContaining({ errorType: 'BookNotFound' }),
    );
  });

  it('that was taken back leaves its book not subscribed', () => {
    const taken = unsubscribing.response(asked({ args, result: answered([row], null) }));
    expect(taken?.book.subscribed).toBe(false);
  });

  it('that was never given is taken back without a word', () => {
    expect(unsubscribing.response(asked({ args, result: answered([], null) }))).toBeNull();
  });
});
