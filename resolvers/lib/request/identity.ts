import type { Context } from '@aws-appsync/utils';

/** The caller, as far as their token says. */
interface Identity {
  sub?: string;
  userArn?: string;
  claims?: { sid?: string; name?: string; operator?: boolean };
}

/** The calling member's id, taken only from the token; null if nobody is signed in. */
export function memberId(ctx: Context): string | null {
  return identity(ctx).sub ?? null;
}

/** The calling member's session; null if nobody is signed in. */
export function sessionId(ctx: Context): string | null {
  return identity(ctx).claims?.sid ?? null;
}

/** The name that the sign-in put into the token. */
export function memberName(ctx: Context): string {
  return identity(ctx).claims?.name ?? '';
}

/** Whether the caller's token says that they are an operator. */
export function isOperator(ctx: Context): boolean {
  return identity(ctx).claims?.operator === true;
}

/** Whether the request is signed with an AWS identity, like those of workflows and partners. */
export function isSigned(ctx: Context): boolean {
  return identity(ctx).userArn !== undefined;
}

function identity(ctx: Context): Identity {
  // The types name one identity per authorization mode; a field open to several may get any of
  // them.
  return (ctx.identity ?? {}) as Identity;
}
