import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { caches } from '../../local/lib/caches.ts';
import { waitForLock } from '../../local/lib/fileLock.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import { root } from '../root.ts';

/** The cloud assembly; the caches record what it was built from. */
export const assembly = join(root, 'cdk.out');

const WEB_INPUTS = ['web', 'embed', 'client/src', 'domain', 'schema', 'package-lock.json'];
const ASSEMBLY_INPUTS = [
  'db',
  'domain',
  'infra',
  'resolvers',
  'schema',
  'services',
  'web/dist',
  'cdk.json',
  'package-lock.json',
];

type Say = (line: string) => void;

/** Builds the web app, only when something it reads has changed. */
export function buildWeb(say: Say, signal?: AbortSignal): Promise<void> {
  return alone(say, signal, () => refreshWeb(say, signal));
}

/**
 * Builds the web app and synthesizes the CDK app, each only if something it reads has changed.
 * Concurrent builds take turns. The signal stops the build at once; the next call starts it again.
 */
export function buildAssembly(say: Say, signal?: AbortSignal): Promise<void> {
  return alone(say, signal, async () => {
    await refreshWeb(say, signal);
    await refresh('Synthesizing the CDK app', assembly, ASSEMBLY_INPUTS, say, async () => {
      rmSync(assembly, { recursive: true, force: true });
      // The synth tests do template validation and the checks of cdk-nag; a start need not wait for
      // them.
      const environment = { CDK_OUTDIR: assembly, CDK_VALIDATION: 'false' };
      await run(process.execPath, ['infra/app.ts'], environment, signal);
    });
  });
}

function refreshWeb(say: Say, signal: AbortSignal | undefined): Promise<void> {
  return refresh('Building the web app', join(root, 'web', 'dist'), WEB_INPUTS, say, async () => {
    await run('vite', ['build', 'web', '--logLevel', 'warn'], {}, signal);
    // The same site serves what the shop's own pages load.
    await run(process.execPath, ['embed/build.ts'], {}, signal);
  });
}

async function alone(
  say: Say,
  signal: AbortSignal | undefined,
  build: () => Promise<void>,
): Promise<void> {
  mkdirSync(caches, { recursive: true });
  const release = await waitForLock(join(caches, 'build.lock'), signal, () =>
    say('Waiting for another build …'),
  );
  try {
    await build();
  } finally {
    release();
  }
}

async function refresh(
  what: string,
  output: string,
  inputs: string[],
  say: Say,
  build: () => Promise<void>,
): Promise<void> {
  const stamp = join(caches, what.replaceAll(' ', '-').toLowerCase());
  const hash = hashFiles(inputs);
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  const begun = Date.now();
  say(`${what} …`);
  rmSync(stamp, { force: true });
  await build();
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

async function run(
  command: string,
  parameters: string[],
  environment: { [name: string]: string },
  signal: AbortSignal | undefined,
): Promise<void> {
  const child = spawn(command, parameters, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
    ...(signal && { signal }),
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) {
    throw new StopWithMessage(
      `${command} ${parameters.join(' ')} did not succeed; its messages stand above.`,
    );
  }
}
