import type { Context } from '@aws-appsync/utils';
import type { IngestRun } from '../../generated/schema.ts';
import { fail } from './fail.ts';
import { isOperator, isSigned, memberId } from './identity.ts';

/**
 * Fails with `NotAnOperator` unless the caller is an operator or a program with an AWS identity.
 */
export function refuseOthers(ctx: Context): void {
  if (!isOperator(ctx) && !isSigned(ctx)) fail('NotAnOperator', 'This is for operators');
}

/** Returns the calling operator's member id. Fails with `NotAnOperator` for everybody else. */
export function operatorId(ctx: Context): string {
  const id = memberId(ctx);
  if (id === null || !isOperator(ctx)) {
    fail('NotAnOperator', 'Only an operator who is signed in decides this');
  }
  return id;
}

/** Returns the run whose field is being resolved. Fails as `refuseOthers` does. */
export function sourceRun(ctx: Context): IngestRun {
  refuseOthers(ctx);
  return ctx.source;
}
