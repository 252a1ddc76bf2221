import { type Context, runtime } from '@aws-appsync/utils';
import type { Viewer } from './generated/schema.ts';
import { isOperator, memberId, memberName } from './lib/identity.ts';

/** The token says it all; the database is not asked. `mail` and `subscriptions` have resolvers of their own. */
type Member = Omit<Viewer, 'mail' | 'subscriptions'>;

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
