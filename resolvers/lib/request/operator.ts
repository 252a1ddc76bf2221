import type { Context } from '@aws-appsync/utils';
import type { IngestRun } from '../../generated/schema.ts';
import { fail } from './fail.ts';
import { isOperator, isSigned, memberId } from './identity.ts';

/** Fails with `NotAnOperator` unless an operator asks, or a program with an AWS identity. */
export function refuseOthers(ctx: Context): void {
  if (!isOperator(ctx) && !isSigned(ctx)) fail('NotAnOperator', 'This is for operators');
}

/** The operator who asks, by member id. Fails with `NotAnOperator` for everybody else. */
export function operatorId(ctx: Context): string {
  const id = memberId(ctx);
  if (id === null || !isOperator(ctx)) {
    fail('NotAnOperator', 'Only an operator who is signed in decides this');
  }
  return id;
}

/** The run whose field is asked for. Fails as `refuseOthers` does. */
export function sourceRun(ctx: Context): IngestRun {
  refuseOthers(ctx);
  return ctx.source;
}
