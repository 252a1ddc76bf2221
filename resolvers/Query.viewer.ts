import { type Context, runtime } from '@aws-appsync/utils';
import type { Viewer } from './generated/schema.ts';
import { isOperator, memberId, memberName } from './lib/request/identity.ts';

/** The token says it all; the database is not asked. What it does not say has resolvers of its own. */
type Member = Omit<
  Viewer,
  'mail' | 'mails' | 'sessionCount' | 'standingSubscriptions' | 'subscriptions'
>;

export function request(ctx: Context) {
  return runtime.earlyReturn(toMember(ctx));
}

export function response(ctx: Context): Member | null {
  return toMember(ctx);
}

function toMember(ctx: Context): Member | null {
  const id = memberId(ctx);
  if (id === null) return null;
  return { id, displayName: memberName(ctx), isOperator: isOperator(ctx) };
}
