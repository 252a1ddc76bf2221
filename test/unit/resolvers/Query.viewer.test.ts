import { describe, expect, it } from 'vitest';
import { EarlyReturn } from '../../../local/services/appsync/utils/errors.ts';
import * as runs from '../../../resolvers/Query.ingestRuns.ts';
import { request, response } from '../../../resolvers/Query.viewer.ts';
import * as subscriptions from '../../../resolvers/Viewer.subscriptions.ts';
import { aBookRow, aMember, anOperator, answered, asked, aWorkflow } from './resolving.ts';

describe('the viewer', () => {
  it('viewer is read from the token, without the database', () => {
    expect(() => request(asked({ identity: aMember }))).toThrow(EarlyReturn);
    expect(response(asked({ identity: aMember }))).toEqual({
      id: '7',
      displayName: '花',
      isOperator: false,
    });
  });

  it('viewer is null with an API key', () => {
    expect(response(asked({}))).toBeNull();
  });

  it.each([true, 'true', 1])(
    'viewer is an operator only by the claim true, here %j',
    (operator) => {
      const identity = { ...aMember, claims: { operator } };
      expect(response(asked({ identity }))?.isOperator).toBe(operator === true);
    },
  );

  it('viewer has the number of subscriptions, even on an empty page', () => {
    const page = subscriptions.response(
      asked({ identity: aMember, result: answered([{ total: 3 }]) }),
    );
    expect(page).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
      totalCount: 3,
      onSale: 0,
      cancelled: 0,
    });
  });

  it('viewer continues after the last subscription', () => {
    const row = {
      ...aBookRow,
      book_id: aBookRow.id,
      total: 2,
      created_at: '2026-11-24 07:00:00.5',
      place: '20261124070000500000',
    };
    const page = subscriptions.response(
      asked({ args: { first: 1 }, result: answered([row, row]) }),
    );
    const after = page.pageInfo.endCursor;
    expect(
      subscriptions.request(asked({ args: { after }, identity: aMember })).variableMap,
    ).toEqual({
      ':me': '7',
      ':limit': 21,
      ':order': '20261124070000500000',
      ':id': aBookRow.id,
    });
  });

  it('viewer rejects a cursor of another order', () => {
    const args = { after: `20261124070000500000~${aBookRow.id}`, orderBy: 'RELEASE' };
    expect(() => subscriptions.request(asked({ args, identity: aMember }))).toThrow(
      expect.objectContaining({ errorType: 'InvalidCursor' }),
    );
  });

  it('viewer reads the books’ counts only if they are selected', () => {
    const statements = (selected: string[]) =>
      subscriptions.request(asked({ identity: aMember, selected })).statements.join();
    expect(statements(['totalCount', 'edges'])).not.toContain('on_sale');
    expect(statements(['onSale'])).toContain('as on_sale');
    const counted = answered([{ total: 3, on_sale: '2', cancelled: '1' }]);
    expect(subscriptions.response(asked({ result: counted }))).toMatchObject({
      totalCount: 3,
      onSale: 2,
      cancelled: 1,
    });
  });
});

describe('the runs of the ingest', () => {
  it.each([
    ['a stranger', null],
    ['a member', aMember],
  ])('ingestRuns is denied to %s', (_, identity) => {
    expect(() => runs.request(asked({ identity }))).toThrow(
      expect.objectContaining({ errorType: 'NotAnOperator' }),
    );
  });

  it.each([
    ['an operator', anOperator],
    ['a workflow', aWorkflow],
  ])('ingestRuns is open to %s', (_, identity) => {
    expect(runs.request(asked({ identity })).variableMap).toEqual({ ':limit': 21 });
  });

  it('ingestRuns ends without a cursor', () => {
    const run = {
      id: 'r',
      profile: 'shinkan',
      file_key: 'f',
      state: 'MERGED',
      moment: '2'.repeat(20),
    };
    const last = { args: { first: 1 }, result: answered([run]) };
    expect(runs.response(asked(last)).endCursor).toBeNull();
    const more = { args: { first: 1 }, result: answered([run, run]) };
    expect(runs.response(asked(more)).endCursor).toBe(`${'2'.repeat(20)}~r`);
  });
});
