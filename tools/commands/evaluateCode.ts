/**
 * Holds the local AppSync runtime against the real one: runs every case here and, with `--send`, by
 * AppSync's EvaluateCode too, and prints what differs.
 */
import { parseArgs } from 'node:util';
import { AppSyncClient } from '@aws-sdk/client-appsync';
import { runCommand, StopWithMessage } from '../cli/stopWithMessage.ts';
import { differences, type Outcome, runHere } from '../evaluateCode/outcome.ts';
import { type Case, readCases } from '../evaluateCode/readCases.ts';
import { readCredentials } from '../evaluateCode/readCredentials.ts';
import { runOnAws } from '../evaluateCode/runOnAws.ts';
import { root } from '../root.ts';

const USAGE = 'npm run evaluate-code -- [--send] [--cases FOLDER] [--only WORDS]';

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      send: { type: 'boolean', default: false },
      cases: { type: 'string', default: `${root}/test/unit/local/appsync/cases` },
      only: { type: 'string', default: '' },
    },
  });
  const cases = readCases(values.cases).filter(({ name }) => name.includes(values.only));
  if (cases.length === 0) throw new StopWithMessage(`No case matches. ${USAGE}`, 2);
  const here = cases.map((one) => ({ one, outcome: runHere(one) }));
  const wrong = here.flatMap(({ one, outcome }) => report(one, 'here', one.expected, outcome));
  console.log(`${cases.length} cases ran here, ${wrong.length} differences from what is expected.`);
  if (!values.send) {
    console.log(explain(cases));
    return wrong.length === 0 ? 0 : 1;
  }
  const client = new AppSyncClient({ maxAttempts: 8 });
  const { region, accessKeyId } = await readCredentials(client);
  console.log(`Sending ${sizeOf(cases)} to EvaluateCode in ${region} as ${accessKeyId} …`);
  const onAws: string[] = [];
  // One after the other: EvaluateCode has a low rate, and the order of the lines is that of the cases.
  for (const { one, outcome } of here) {
    const { stash, appended, ...seen } = outcome;
    onAws.push(...report(one, 'on AWS', seen, await runOnAws(client, one)));
  }
  console.log(`${cases.length} cases ran on AWS, ${onAws.length} differences from here.`);
  return wrong.length + onAws.length === 0 ? 0 : 1;
});

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
