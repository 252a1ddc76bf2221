import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Review } from '../../../services/auth/reviewSessions.ts';
import { clientSettings } from '../../../tools/stack/stack.ts';
import { testStack, testStackDir } from '../../../tools/testing/testStack.ts';
import { eventually } from '../../support/eventually.ts';

/**
 * Runs the review of sessions at once, as its schedule does each minute, and returns its result.
 */
export async function reviewRuns(): Promise<Review> {
  const lambda = new LambdaClient({ ...clientSettings, endpoint: testStack().endpoints.lambda });
  const answer = await lambda.send(new InvokeCommand({ FunctionName: await nameOfReview() }));
  lambda.destroy();
  const text = Buffer.from(answer.Payload ?? []).toString('utf8');
  if (answer.FunctionError !== undefined) throw new Error(text);
  return JSON.parse(text);
}

/** Found by its log, which exists once the schedule has run it for the first time. */
async function nameOfReview(): Promise<string> {
  const log = await eventually(
    'the first review by its schedule',
    () =>
      readdirSync(join(testStackDir(), 'logs')).find((file) => /SessionsEndSessions/.test(file)),
    { within: 75_000 },
  );
  return log.replace(/\.log$/, '');
}
