import { writeFileSync } from 'node:fs';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { EXIT } from '../cli/exitCodes.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import type { Belief } from './belief.ts';
import { suites } from './beliefs.ts';
import { judge } from './judge.ts';
import { describeReport, writeReport } from './report.ts';
import { signWith } from './signWith.ts';
import { type LocalTarget, startConformanceApi } from './startConformanceApi.ts';
import { ConformanceTarget } from './target.ts';

/** Long enough for an unwanted event to arrive across the Pacific. */
const SETTLE_MS = 2_000;

/** The API to check, and for what. Without an endpoint, the local AppSync. */
interface Question {
  endpoint?: string | undefined;
  apiKey?: string | undefined;
  closedEndpoint?: string | undefined;
  closedApiKey?: string | undefined;
  guardedEndpoint?: string | undefined;
  sign: boolean;
  /** One suite. */
  only?: string | undefined;
  /** The file to write the report to. */
  json?: string | undefined;
}

/** Checks an API against our beliefs about AppSync, prints the report and returns the exit code. */
export async function checkApi(question: Question): Promise<number> {
  const { only, json } = question;
  const asked = findBeliefs(only);
  const { settings, stop } = await openTarget(question);
  try {
    const target = new ConformanceTarget(settings);
    const findings = [];
    for (const belief of asked) findings.push(await judge(belief, target));
    const report = writeReport(settings.endpoint, findings);
    console.log(describeReport(report));
    if (json !== undefined) {
      writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
    }
    return report.totals.refuted + report.totals['no answer'] === 0 ? EXIT.done : EXIT.failed;
  } finally {
    await stop();
  }
}

function findBeliefs(only: string | undefined): Belief[] {
  if (only === undefined) return Object.values(suites).flat();
  const suite = suites[only];
  if (suite !== undefined) return suite;
  const known = Object.keys(suites).join(', ');
  throw new StopWithMessage(`There is no suite ${only}, expected one of: ${known}`, EXIT.usage);
}

async function openTarget(question: Question): Promise<LocalTarget> {
  const { endpoint, apiKey = '', closedEndpoint: closed, closedApiKey: closedKey } = question;
  if (endpoint === undefined) return startConformanceApi(() => undefined);
  return {
    settings: {
      endpoint,
      apiKey,
      closed:
        closed === undefined || closedKey === undefined
          ? null
          : { endpoint: closed, apiKey: closedKey },
      guarded: question.guardedEndpoint ?? null,
      sign: question.sign ? signWith(defaultProvider()) : null,
      settle: SETTLE_MS,
    },
    stop: async () => undefined,
  };
}
