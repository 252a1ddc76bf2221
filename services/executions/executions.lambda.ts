import { Logger } from '@aws-lambda-powertools/logger';
import { SFNClient } from '@aws-sdk/client-sfn';
import { listExecutions } from './listExecutions.ts';
import { readQuestion } from './question.ts';
import { readMachines } from './settings.ts';

const logger = new Logger({ serviceName: 'executions' });
const client = new SFNClient({});
const machines = readMachines();

/** The executions of a workflow, for the resolvers: they have found that it may be asked. */
export async function handler(event: unknown) {
  const { workflow, first, after } = readQuestion(event);
  const page = await listExecutions(client, { workflow, arn: machines[workflow], first, after });
  if (page === null) logger.info('Not a place on this list', { workflow });
  return page;
}
