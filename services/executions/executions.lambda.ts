import { SFNClient } from '@aws-sdk/client-sfn';
import { log } from '../lib/log.ts';
import { readMachines } from './config.ts';
import { listExecutions } from './listExecutions.ts';
import { readQuestion } from './question.ts';

const client = new SFNClient({});
const machines = readMachines();

/** Lists the executions of a workflow for the resolvers, which have checked the permission. */
export async function handler(event: unknown) {
  const { workflow, first, after } = readQuestion(event);
  const page = await listExecutions(client, { workflow, arn: machines[workflow], first, after });
  if (page === null) log.info('Not a place on this list', { workflow });
  return page;
}
