import { describe, expect, it } from 'vitest';
import {
  runInvocation,
  startInvocation,
} from '../../../local/services/appsync/utils/invocation.ts';
import { response } from '../../../resolvers/Subscription.onBookEvent.ts';
import { aMember, asked, aWorkflow } from './resolving.ts';

function filtersOf(args: object) {
  const invocation = startInvocation();
  runInvocation(invocation, () => response(asked({ args })));
  return invocation.subscriptionFilter?.filterGroup[0]?.filters;
}

function endedBy(identity: object | null) {
  const invocation = startInvocation();
  runInvocation(invocation, () => response(asked({ identity })));
  return invocation.invalidationFilter;
}

describe('a live subscription', () => {
  it("a live subscription of a member ends with the member's session", () => {
    const sid = '3f2c0e6e-6f0a-4b53-9d0e-0a8f3a1f2b11';
    const identity = { ...aMember, claims: { ...aMember.claims, sid } };
    expect(endedBy(identity)).toEqual({
      filterGroup: [{ filters: [{ fieldName: 'sid', operator: 'eq', value: sid }] }],
    });
  });

  it.each([null, aWorkflow])(
    'a live subscription of anybody else has no session to end with',
    (identity) => {
      expect(endedBy(identity)).toBeNull();
    },
  );

  it.each([{}, { bookId: null, kind: null }])(
    'a live subscription with %j receives every kind',
    (args) => {
      expect(filtersOf(args)).toEqual([
        {
          fieldName: 'kind',
          operator: 'in',
          value: expect.arrayContaining(['ON_SALE', 'REVIVED']),
        },
      ]);
    },
  );

  it('a live subscription receives only one book and one kind on request', () => {
    expect(filtersOf({ bookId: 'b', kind: 'ON_SALE' })).toEqual([
      { fieldName: 'kind', operator: 'in', value: ['ON_SALE'] },
      { fieldName: 'bookId', operator: 'eq', value: 'b' },
    ]);
  });
});
