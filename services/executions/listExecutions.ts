import {
  DescribeExecutionCommand,
  ExecutionDoesNotExist,
  type ExecutionListItem,
  InvalidToken,
  ListExecutionsCommand,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import { chunk } from '../lib/chunk.ts';
import type { Question } from './question.ts';
import { type Described, type SeenExecution, toExecution } from './toExecution.ts';

/** Step Functions allows 10 such requests per second, and a burst of 250 before that. */
const AT_ONCE = 10;

export interface ExecutionPage {
  executions: SeenExecution[];
  endCursor: string | null;
}

/**
 * Returns a page of executions of one state machine, newest first; null if `after` is not a
 * position in its list. The list itself contains neither the cause of a failure nor the run, so
 * executions are described one by one; of the release workflow, which runs each minute, only the
 * failed ones.
 */
export async function listExecutions(
  client: SFNClient,
  { workflow, arn, first, after }: Question & { arn: string },
): Promise<ExecutionPage | null> {
  const list = new ListExecutionsCommand({
    stateMachineArn: arn,
    maxResults: first,
    ...(after === null ? {} : { nextToken: after }),
  });
  const page = await client.send(list).catch((error: unknown) => {
    if (error instanceof InvalidToken) return null;
    throw error;
  });
  if (page === null) return null;
  const isLookedAt = (item: ExecutionListItem) => workflow === 'INGEST' || hasFailed(item);
  const executions: SeenExecution[] = [];
  for (const some of chunk(page.executions ?? [], AT_ONCE)) {
    const seen = some.map(async (item) => {
      const described = isLookedAt(item) ? await describe(client, item.executionArn) : null;
      return toExecution(workflow, item, described);
    });
    executions.push(...(await Promise.all(seen)));
  }
  return { executions, endCursor: page.nextToken ?? null };
}

const hasFailed = ({ status }: ExecutionListItem) => status !== 'RUNNING' && status !== 'SUCCEEDED';

/** Null for an execution that was deleted between the two requests. */
async function describe(client: SFNClient, executionArn?: string): Promise<Described | null> {
  try {
    return await client.send(new DescribeExecutionCommand({ executionArn }));
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist) return null;
    throw error;
  }
}
