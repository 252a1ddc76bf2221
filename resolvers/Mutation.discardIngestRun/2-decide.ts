import type { Context } from '@aws-appsync/utils';
import { sendDecision, toDecidedRun } from '../lib/heldRun.ts';

export function request(ctx: Context) {
  return sendDecision(ctx, 'DISCARD');
}

export function response(ctx: Context) {
  return toDecidedRun(ctx, 'DISCARD');
}
