import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './root.ts';
import { StopWithMessage } from './stopWithMessage.ts';

/** Where the cloud assembly is. */
export const assembly = join(root, 'cdk.out');

const WEB_INPUTS = ['web', 'client/src', 'package-lock.json'];
const ASSEMBLY_INPUTS = [
  'auth',
  'db',
  'infra',
  'ingest',
  'mail',
  'release',
  'resolvers',
  'schema',
  'web/dist',
  'cdk.json',
  'package-lock.json',
];

/** Builds the web app, only when something it reads has changed. */
export function buildWeb(say: (line: string) => void): void {
  refresh('Building the web app', join(root, 'web', 'dist'), WEB_INPUTS, say, () =>
    run('vite', ['build', 'web', '--logLevel', 'warn'], {}),
  );
}

/** Builds the web app and synthesizes the CDK app, each only when something it reads has changed. */
export function buildAssembly(say: (line: string) => void): void {
  buildWeb(say);
  refresh('Synthesizing the CDK app', assembly, ASSEMBLY_INPUTS, say, () => {
    rmSync(assembly, { recursive: true, force: true });
    // Template validation and the checks of cdk-nag are the synth tests' work; a start need not wait for them.
    run(process.execPath, ['infra/app.ts'], { CDK_OUTDIR: assembly, CDK_VALIDATION: 'false' });
  });
}

function refresh(
  what: string,
  output: string,
  inputs: string[],
  say: (line: string) => void,
  build: () => void,
): void {
  const stamp = join(
    root,
    'node_modules',
    '.cache',
    'shinkan',
    what.replaceAll(' ', '-').toLowerCase(),
  );
  const hash = hashFiles(inputs);
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  const begun = Date.now();
  say(`${what} …`);
  rmSync(stamp, { force: true });
  build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  say(`${what}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}

function hashFiles(inputs: string[]): string {
  const hash = createHash('sha256');
  for (const input of inputs) addPath(join(root, input));
  return hash.digest('hex');

  function addPath(path: string): void {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) {
        if (
          name !== 'node_modules' &&
          !(name === 'dist' && path.endsWith('web') && inputs.includes('web'))
        ) {
          addPath(join(path, name));
        }
      }
      return;
    }
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  }
}

function run(command: string, parameters: string[], environment: { [name: string]: string }): void {
  const done = spawnSync(command, parameters, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  });
  if (done.status !== 0) {
    throw new StopWithMessage(
      `${command} ${parameters.join(' ')} did not succeed; its messages stand above.`,
    );
  }
}
