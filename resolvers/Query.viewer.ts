import { type Context, runtime } from '@aws-appsync/utils';
import type { Viewer } from './generated/schema.ts';
import { isOperator, memberId, memberName } from './lib/request/identity.ts';

/**
 * The token holds all of this, so no database query is needed. Everything else has its own
 * resolver.
 */
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
