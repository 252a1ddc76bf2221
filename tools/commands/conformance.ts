import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { runCommand, StopWithMessage } from '../cli/stopWithMessage.ts';
import { suites } from '../conformance/beliefs.ts';
import { judge } from '../conformance/judge.ts';
import { describeReport, writeReport } from '../conformance/report.ts';
import { signWith } from '../conformance/signWith.ts';
import { type LocalTarget, startConformanceApi } from '../conformance/startConformanceApi.ts';
import { ConformanceTarget } from '../conformance/target.ts';

const USAGE = `npm run conformance -- [--endpoint URL --api-key KEY] [--closed-endpoint URL --closed-api-key KEY]
                       [--guarded-endpoint URL] [--sign] [--only SUITE] [--json FILE]
Without an endpoint it asks the local AppSync. How to deploy the API that is asked: docs/conformance.md.`;

/** Long enough for an event that should not come to come over the Pacific. */
const SETTLE_MS = 2_000;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      endpoint: { type: 'string' },
      'api-key': { type: 'string' },
      'closed-endpoint': { type: 'string' },
      'closed-api-key': { type: 'string' },
      'guarded-endpoint': { type: 'string' },
      sign: { type: 'boolean', default: false },
      only: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const asked = suitesNamed(values.only);
  const { settings, stop } = await openTarget(values);
  try {
    const target = new ConformanceTarget(settings);
    const findings = [];
    for (const belief of asked) findings.push(await judge(belief, target));
    const report = writeReport(settings.endpoint, findings);
    console.log(describeReport(report));
    if (values.json !== undefined) {
      writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
    }
    return report.totals.refuted + report.totals['no answer'] === 0 ? 0 : 1;
  } finally {
    await stop();
  }
});

function suitesNamed(only: string | undefined) {
  const names = Object.keys(suites);
  if (only !== undefined && !names.includes(only)) {
    throw new StopWithMessage(`There is no suite ${only}; there are ${names.join(', ')}.`, 2);
  }
  return names.filter((name) => name === (only ?? name)).flatMap((name) => suites[name] ?? []);
}

async function openTarget(values: {
  endpoint?: string | undefined;
  'api-key'?: string | undefined;
  'closed-endpoint'?: string | undefined;
  'closed-api-key'?: string | undefined;
  'guarded-endpoint'?: string | undefined;
  sign: boolean;
}): Promise<LocalTarget> {
  const { endpoint, 'api-key': apiKey } = values;
  if (endpoint === undefined) return startConformanceApi(() => undefined);
  if (apiKey === undefined || !URL.canParse(endpoint)) throw new StopWithMessage(USAGE, 2);
  const { 'closed-endpoint': closed, 'closed-api-key': closedKey } = values;
  return {
    settings: {
      endpoint,
      apiKey,
      closed:
        closed === undefined || closedKey === undefined
          ? null
          : { endpoint: closed, apiKey: closedKey },
      guarded: values['guarded-endpoint'] ?? null,
      sign: values.sign ? signWith(defaultProvider()) : null,
      settle: SETTLE_MS,
    },
    stop: async () => undefined,
  };
}
