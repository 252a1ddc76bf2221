import type { Context } from '@aws-appsync/utils';

/** Who asks, as far as their token says. */
interface Identity {
  sub?: string;
  userArn?: string;
  claims?: { sid?: string; name?: string; operator?: boolean };
}

/** The member who asks; null when nobody is signed in. A member is known by the token alone. */
export function memberId(ctx: Context): string | null {
  return identity(ctx).sub ?? null;
}

/** The session of the member who asks; null when nobody is signed in. */
export function sessionId(ctx: Context): string | null {
  return identity(ctx).claims?.sid ?? null;
}

/** The name that the sign-in put in the token. */
export function memberName(ctx: Context): string {
  return identity(ctx).claims?.name ?? '';
}

/** Whether the token of the member who asks says that they are an operator. */
export function isOperator(ctx: Context): boolean {
  return identity(ctx).claims?.operator === true;
}

/** Whether the request is signed with an AWS identity, as those of workflows and partners are. */
export function isSigned(ctx: Context): boolean {
  return identity(ctx).userArn !== undefined;
}

function identity(ctx: Context): Identity {
  // The types name one identity for each way to sign; a field open to several may see any of them.
  return (ctx.identity ?? {}) as Identity;
}
