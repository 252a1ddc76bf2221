import type { Context, LambdaRequest } from '@aws-appsync/utils';
import { fail } from '../request/fail.ts';

/** A request to `services/ingest/control.lambda.ts`, which documents the payload of each order. */
export function toControl(payload: {
  order: 'START' | 'APPROVE' | 'DISCARD' | 'FIND_DECISION' | 'UPLOAD';
  [detail: string]: string | boolean;
}): LambdaRequest {
  return { operation: 'Invoke', payload };
}

/** Returns its answer, in the order's shape. Fails with `Unavailable` if it failed. */
export function fromControl<T>(ctx: Context): T {
  if (ctx.error) {
    console.error(ctx.error);
    fail('Unavailable', 'The ingest workflow cannot be reached at the moment; try again later.');
  }
  return ctx.result as T;
}
