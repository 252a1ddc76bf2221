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
  it('is read from its beginning when no cursor is given', () => {
    expect(request(asked({})).variableMap).toEqual({ ':after': '0', ':limit': 51 });
  });

  it('tells where to go on', () => {
    const found = { args: { first: 2 }, result: answered([event(3), event(4), event(5)]) };
    const page = response(asked(found));
    expect(page.events.map(({ seq }) => seq)).toEqual(['3', '4']);
    expect(page).toMatchObject({ endCursor: '4', hasNextPage: true });
  });

  it('tells on an empty page the cursor that was passed', () => {
    expect(response(asked({ args: { after: '9' }, result: answered([]) }))).toEqual({
      events: [],
      endCursor: '9',
      hasNextPage: false,
    });
  });

  it('holds no events of no kinds', () => {
    const { statements } = request(asked({ args: { kinds: [] } }));
    expect(statements[0]).toContain('1 = 0');
  });

  it('binds each kind', () => {
    const { statements, variableMap } = request(asked({ args: { kinds: ['ON_SALE', 'REVIVED'] } }));
    expect(statements[0]).toContain('e.kind in (:kind0, :kind1)');
    expect(variableMap).toMatchObject({ ':kind0': 'ON_SALE', ':kind1': 'REVIVED' });
  });

  it.each(['-1', '1.5', 'x', '1 or 1=1', '', '1'.repeat(19)])('refuses the cursor %j', (after) => {
    expect(() => request(asked({ args: { after } }))).toThrow(
      expect.objectContaining({ errorType: 'InvalidCursor' }),
    );
  });

  it('says how a date moved', () => {
    const change = {
      from: { earliest: null, latest: null, precision: 'UNKNOWN', text: '未定' },
      to: { earliest: '2026-12-05', latest: '2026-12-05', precision: 'DAY', text: '12/5' },
    };
    const moved = event(3, { kind: 'RESCHEDULED', release_change: JSON.stringify(change) });
    expect(response(asked({ result: answered([moved]) })).events[0]?.change).toEqual(change);
  });
});

describe('publishing an event', () => {
  it('says nothing about any member', () => {
    const { statements } = publishing.request(asked({ args: { seq: '3' }, identity: aWorkflow }));
    expect(statements[0]).not.toContain('subscription');
    const pushed = publishing.response(asked({ args: { seq: '3' }, result: answered([event(3)]) }));
    expect(pushed).toMatchObject({ seq: '3', kind: 'ON_SALE', book: { subscribed: null } });
  });

  it.each(['99', 'x'])('with the seq %j, which no event has, fails', (seq) => {
    expect(() => publishing.response(asked({ args: { seq }, result: answered([]) }))).toThrow(
      expect.objectContaining({ errorType: 'EventNotFound' }),
    );
  });
});
