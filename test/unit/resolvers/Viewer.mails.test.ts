import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { UNSENT } from '../../../db/sql/unsentReasons.ts';
import { FATE } from '../../../resolvers/lib/mail/memberMail.ts';

import { request, response } from '../../../resolvers/Viewer.mails.ts';
import * as sessions from '../../../resolvers/Viewer.sessionCount.ts';
import { KEPT_DAYS } from '../../../services/mail/outbox/purgeOutbox.ts';
import { root } from '../../../tools/root.ts';
import { aMember, answered, asked } from './resolving.ts';

const aNote = (id: string, bookId: string, more: object = {}) => ({
  moment: '20261124070000500000',
  id,
  fate: '2',
  settled_at: '2026-11-24 07:00:00.5',
  note_count: 1,
  kind: 'ON_SALE',
  book_id: bookId,
  title: '雪国の灯 下',
  waiting_since: '2026-11-01 00:00:00',
  ...more,
});

describe('a member’s mails', () => {
  it('Viewer.mails returns the caller’s mails, and nobody’s without a token', () => {
    expect(request(asked({ identity: aMember })).variableMap).toEqual({ ':me': '7', ':limit': 21 });
    expect(request(asked({})).variableMap).toMatchObject({ ':me': '' });
  });

  it('Viewer.mails groups the notes that were sent together, each with its reason', () => {
    const change = JSON.stringify({ from: { text: '6月' }, to: { text: '7月' } });
    const rows = [
      aNote('b.2', 'isbn-1', { note_count: 2 }),
      aNote('b.2', 'isbn-2', { note_count: 2, kind: 'RESCHEDULED', release_change: change }),
      aNote('a.4', 'isbn-3', { fate: '4', waiting_since: null }),
    ];
    const { edges, pageInfo } = response(asked({ identity: aMember, result: answered(rows) }));
    expect(edges.map(({ node }) => [node.id, node.state, node.noteCount, node.at])).toEqual([
      ['b.2', 'SENT', 2, '2026-11-24T07:00:00.500Z'],
      ['a.4', 'UNSUBSCRIBED', 1, '2026-11-24T07:00:00.500Z'],
    ]);
    expect(edges[0]?.node.notes).toMatchObject([
      { kind: 'ON_SALE', bookId: 'isbn-1', change: null, waitingSince: '2026-11-01T00:00:00.000Z' },
      { kind: 'RESCHEDULED', bookId: 'isbn-2', change: { to: { text: '7月' } } },
    ]);
    expect(edges[1]?.node.notes[0]?.waitingSince).toBeNull();
    expect(pageInfo).toEqual({ hasNextPage: false, endCursor: '20261124070000500000~a.4' });
  });

  it('Viewer.mails continues after the last one', () => {
    const after = '20261124070000500000~b.2';
    expect(
      request(asked({ identity: aMember, args: { after, first: 1 } })).variableMap,
    ).toMatchObject({ ':order': '20261124070000500000', ':id': 'b.2', ':limit': 2 });
    const rows = [aNote('b.2', 'isbn-1'), aNote('a.2', 'isbn-2')];
    expect(
      response(asked({ args: { first: 1 }, result: answered(rows) })).pageInfo.hasNextPage,
    ).toBe(true);
  });

  it.each([0, 21, 100])('Viewer.mails returns at most 20 at a time, and rejects %i', (first) => {
    expect(() => request(asked({ identity: aMember, args: { first } }))).toThrow(
      expect.objectContaining({ errorType: 'InvalidArgument' }),
    );
  });

  it('Viewer.mails states how long mails are kept', () => {
    const read = (file: string) => readFileSync(join(root, file), 'utf8');
    expect(read('schema/schema.graphql')).toContain(`then the last ${KEPT_DAYS} days`);
    const page = read('web/src/pages/mails/MemberMailsPage.tsx');
    expect(page).toContain(`KEPT_DAYS = ${KEPT_DAYS};`);
  });

  it('Viewer.mails knows every reason for which the senders skip a note', () => {
    expect(Object.values(UNSENT).filter((reason) => !FATE.includes(`'${reason}'`))).toEqual([]);
  });
});

describe('the number of a member’s sessions', () => {
  it('Viewer’s session count is the caller’s', () => {
    expect(sessions.request(asked({ identity: aMember })).variableMap).toEqual({ ':me': '7' });
    expect(sessions.response(asked({ result: answered([{ sessions: 3 }]) }))).toBe(3);
  });
});
