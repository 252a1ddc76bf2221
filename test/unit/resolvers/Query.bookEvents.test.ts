import { describe, expect, it } from 'vitest';
import * as publishing from '../../../resolvers/Mutation.publishBookEvent.ts';
import { request, response } from '../../../resolvers/Query.bookEvents.ts';
import { aBookRow, answered, asked, aWorkflow } from './resolving.ts';

const event = (seq: number, more = {}) => ({
  ...aBookRow,
  seq,
  kind: 'ON_SALE',
  book_id: aBookRow.id,
  occurred_at: '2026-11-24 07:00:00',
  ...more,
});

describe('the log of events', () => {
  it('bookEvents reads from the beginning without a cursor', () => {
    expect(request(asked({})).variableMap).toEqual({ ':after': '0', ':limit': 51 });
  });

  it('bookEvents returns where to continue', () => {
    const found = answered([{ seq: '9' }], [event(3), event(4), event(5)]);
    const page = response(asked({ args: { first: 2 }, result: found }));
    expect(page.events.map(({ seq }) => seq)).toEqual(['3', '4']);
    expect(page).toMatchObject({ endCursor: '4', hasNextPage: true });
  });

  it('bookEvents returns on its last page the end of everything it looked through', () => {
    const page = response(asked({ result: answered([{ seq: '9' }], [event(3)]) }));
    expect(page).toMatchObject({ endCursor: '9', hasNextPage: false });
  });

  it('bookEvents never returns an end before an event that it shows', () => {
    const page = response(asked({ result: answered([{ seq: '9' }], [event(10)]) }));
    expect(page).toMatchObject({ endCursor: '10', hasNextPage: false });
  });

  it.each(['9', '123456789012345678'])(
    'bookEvents returns the end on an empty page, here %s',
    (seq) => {
      expect(response(asked({ result: answered([{ seq }], []) }))).toEqual({
        events: [],
        endCursor: seq,
        hasNextPage: false,
      });
    },
  );

  it('bookEvents reads the end before it reads events', () => {
    const [first, second, ...more] = request(asked({})).statements;
    expect(first).toContain('max(e.seq)');
    expect(second).toContain('order by e.seq');
    expect(more).toEqual([]);
  });

  it('bookEvents returns no events for an empty list of kinds', () => {
    const { statements } = request(asked({ args: { kinds: [] } }));
    expect(statements[1]).toContain('1 = 0');
  });

  it('bookEvents filters by one book', () => {
    const { statements, variableMap } = request(asked({ args: { bookId: 'isbn-1' } }));
    expect(statements[1]).toContain('e.book_id = :book');
    expect(variableMap).toMatchObject({ ':book': 'isbn-1' });
  });

  it.each(['', '雪国'])('bookEvents filters by no book when its id is %j', (bookId) => {
    const { statements, variableMap } = request(asked({ args: { bookId } }));
    expect(statements[1]).toContain('e.book_id = :book');
    expect(variableMap).toMatchObject({ ':book': '' });
  });

  it('bookEvents binds each kind', () => {
    const { statements, variableMap } = request(asked({ args: { kinds: ['ON_SALE', 'REVIVED'] } }));
    expect(statements[1]).toContain('e.kind in (:kind0, :kind1)');
    expect(variableMap).toMatchObject({ ':kind0': 'ON_SALE', ':kind1': 'REVIVED' });
  });

  it.each(['-1', '1.5', 'x', '1 or 1=1', '', '1'.repeat(19)])(
    'bookEvents rejects the cursor %j',
    (after) => {
      expect(() => request(asked({ args: { after } }))).toThrow(
        expect.objectContaining({ errorType: 'InvalidCursor' }),
      );
    },
  );

  it('bookEvents says how a date moved', () => {
    const change = {
      from: { earliest: null, latest: null, precision: 'UNKNOWN', text: '未定' },
      to: { earliest: '2026-12-05', latest: '2026-12-05', precision: 'DAY', text: '12/5' },
    };
    const moved = event(3, { kind: 'RESCHEDULED', release_change: JSON.stringify(change) });
    expect(
      response(asked({ result: answered([{ seq: '3' }], [moved]) })).events[0]?.change,
    ).toEqual(change);
  });
});

describe('publishing an event', () => {
  it('publishBookEvent returns nothing about any member', () => {
    const { statements } = publishing.request(asked({ args: { seq: '3' }, identity: aWorkflow }));
    expect(statements[0]).not.toContain('subscription');
    const pushed = publishing.response(asked({ args: { seq: '3' }, result: answered([event(3)]) }));
    expect(pushed).toMatchObject({ seq: '3', kind: 'ON_SALE', book: { subscribed: null } });
  });

  it.each(['99', 'x'])('publishBookEvent with the seq %j, which no event has, fails', (seq) => {
    expect(() => publishing.response(asked({ args: { seq }, result: answered([]) }))).toThrow(
      expect.objectContaining({ errorType: 'EventNotFound' }),
    );
  });
});
