import { type Context, extensions } from '@aws-appsync/utils';
import type { BookEventKind, SubscriptionOnBookEventArgs } from './generated/schema.ts';
import { sessionId } from './lib/request/identity.ts';

const KINDS: BookEventKind[] = ['ANNOUNCED', 'RESCHEDULED', 'CANCELLED', 'REVIVED', 'ON_SALE'];

export function request() {
  return { payload: null };
}

/**
 * Sets the filter explicitly. AppSync's own treats a null argument, which a client sends by
 * omitting its variable, as "where the field is null", and such a page would never receive
 * anything.
 *
 * When a member's session ends, `disconnectSession` closes their connection by naming the session.
 */
export function response(ctx: Context<SubscriptionOnBookEventArgs>): null {
  const { bookId, kind } = ctx.args;
  extensions.setSubscriptionFilter({
    filterGroup: [
      {
        filters: [
          { fieldName: 'kind', operator: 'in', value: kind ? [kind] : KINDS },
          ...(bookId ? [{ fieldName: 'bookId', operator: 'eq' as const, value: bookId }] : []),
        ],
      },
    ],
  });
  const sid = sessionId(ctx);
  if (sid !== null) {
    extensions.setSubscriptionInvalidationFilter({
      filterGroup: [{ filters: [{ fieldName: 'sid', operator: 'eq', value: sid }] }],
    });
  }
  return null;
}
