import { AppSyncClient } from '@aws-sdk/client-appsync';
import { EXIT } from '../cli/exitCodes.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import { differences, type Outcome, runHere } from './outcome.ts';
import { type Case, readCases } from './readCases.ts';
import { readCredentials } from './readCredentials.ts';
import { runOnAws } from './runOnAws.ts';

/**
 * Compares the local AppSync runtime with the real one: runs every case here and, if `send` is set, through AppSync's
 * EvaluateCode too, and prints what differs. Returns the exit code.
 */
export async function compareCases(folder: string, only: string, send: boolean): Promise<number> {
  const cases = readCases(folder).filter(({ name }) => name.includes(only));
  if (cases.length === 0) throw new StopWithMessage('No case matches.', EXIT.refused);
  const here = cases.map((one) => ({ one, outcome: runHere(one) }));
  const wrong = here.flatMap(({ one, outcome }) => report(one, 'here', one.expected, outcome));
  console.log(`${cases.length} cases ran here, ${wrong.length} differences from what is expected.`);
  if (!send) {
    console.log(explain(cases));
    return wrong.length === 0 ? EXIT.done : EXIT.failed;
  }
  const client = new AppSyncClient({ maxAttempts: 8 });
  const { region, accessKeyId } = await readCredentials(client);
  console.log(`Sending ${sizeOf(cases)} to EvaluateCode in ${region} as ${accessKeyId} …`);
  const onAws: string[] = [];
  // One after the other: EvaluateCode has a low rate limit, and the output follows the order of the
  // cases.
  for (const { one, outcome } of here) {
    const { stash, appended, ...seen } = outcome;
    onAws.push(...report(one, 'on AWS', seen, await runOnAws(client, one)));
  }
  console.log(`${cases.length} cases ran on AWS, ${onAws.length} differences from here.`);
  return wrong.length + onAws.length === 0 ? EXIT.done : EXIT.failed;
}

function report({ name }: Case, where: string, expected: Outcome, outcome: Outcome): string[] {
  const lines = differences(expected, outcome).map((line) => `${name} ${where}: ${line}`);
  for (const line of lines) console.error(line);
  return lines;
}

function sizeOf(cases: Case[]): string {
  const characters = cases.reduce((sum, { code }) => sum + code.length, 0);
  return `${cases.length} cases (${characters} characters of code with their contexts)`;
}

function explain(cases: Case[]): string {
  return `Nothing was sent. With --send, ${sizeOf(cases)} go to AppSync's EvaluateCode, one request for
each: the code of the case, its context and the name of the handler. Neither an API nor a database is
touched. Needed are a region (AWS_REGION or the profile's) and credentials from the usual places
(environment, profile, single sign-on) that may call appsync:EvaluateCode on *.`;
}
