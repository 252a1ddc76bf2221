import { describe, expect, it } from 'vitest';
import {
  runInvocation,
  startInvocation,
} from '../../../local/services/appsync/utils/invocation.ts';
import { response } from '../../../resolvers/Subscription.onBookEvent.ts';
import { asked } from './resolving.ts';

function filtersOf(args: object) {
  const invocation = startInvocation();
  runInvocation(invocation, () => response(asked({ args })));
  return invocation.subscriptionFilter?.filterGroup[0]?.filters;
}

describe('a live subscription', () => {
  it.each([{}, { bookId: null, kind: null }])('with %j hears of every kind', (args) => {
    expect(filtersOf(args)).toEqual([
      { fieldName: 'kind', operator: 'in', value: expect.arrayContaining(['ON_SALE', 'REVIVED']) },
    ]);
  });

  it('hears of one book and one kind when it asks so', () => {
    expect(filtersOf({ bookId: 'b', kind: 'ON_SALE' })).toEqual([
      { fieldName: 'kind', operator: 'in', value: ['ON_SALE'] },
      { fieldName: 'bookId', operator: 'eq', value: 'b' },
    ]);
  });
});
