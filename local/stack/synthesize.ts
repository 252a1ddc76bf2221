import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CannotStart } from '../lib/cannotStart.ts';

interface CdkSettings {
  app?: string;
  context?: object;
}

/**
 * Runs a CDK app as `cdk synth` does, without the CLI: by the given command or that of `cdk.json`,
 * with the context of `cdk.json`. Leaves template checks to `cdk synth`.
 */
export async function synthesize(
  app: string | undefined,
  output: string,
  signal: AbortSignal,
): Promise<void> {
  const settings = readSettings('cdk.json');
  const command = app ?? settings.app;
  if (command === undefined) {
    throw new CannotStart('Neither --app nor the "app" of cdk.json says how to run the CDK app.');
  }
  const child = spawn(command, {
    shell: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      CDK_OUTDIR: resolve(output),
      CDK_CONTEXT_JSON: JSON.stringify(settings.context ?? {}),
      CDK_VALIDATION: 'false',
    },
    signal,
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new CannotStart(`${command} ended with ${code}.`);
}

function readSettings(file: string): CdkSettings {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
