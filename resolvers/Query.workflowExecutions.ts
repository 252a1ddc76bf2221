import { type Context, type LambdaRequest, util } from '@aws-appsync/utils';
import type { QueryWorkflowExecutionsArgs, WorkflowExecutionPage } from './generated/schema.ts';
import { pageSize } from './lib/paging/page.ts';
import { fail } from './lib/request/fail.ts';
import { refuseOthers } from './lib/request/operator.ts';

/** The longest token that Step Functions returns; its characters are not documented. */
const TOKEN = '^[!-~]{1,1024}\\z';

export function request(ctx: Context<QueryWorkflowExecutionsArgs>): LambdaRequest {
  refuseOthers(ctx);
  const { workflow, first, after } = ctx.args;
  if (after !== null && after !== undefined && !util.matches(TOKEN, after)) refuseCursor();
  return {
    operation: 'Invoke',
    payload: { workflow, first: pageSize(first, 20), after: after ?? null },
  };
}

export function response(ctx: Context<QueryWorkflowExecutionsArgs>): WorkflowExecutionPage {
  if (ctx.error) {
    console.error(ctx.error);
    fail('Unavailable', 'The workflows cannot be looked at at the moment; try again later.');
  }
  if (ctx.result === null || ctx.result === undefined) refuseCursor();
  return ctx.result as WorkflowExecutionPage;
}

function refuseCursor(): never {
  fail('InvalidCursor', 'after is not an endCursor of this list, or is more than a day old');
}
