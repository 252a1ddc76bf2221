import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './root.ts';
import { runCommand, StopWithMessage } from './stopWithMessage.ts';

const USAGE = `npm run security -- --stack FILE
FILE describes a running stack: .local/stack.json, or one written for a deployment (docs/security.md).`;

/** Tokens, who may read what, whose is what, live notices, abuse, injection. */
const FILES = ['bar04', 'bar07', 'bar08', 'bar09', 'bar10', 'bar11'].map((bar) => `/${bar}.`);

await runCommand(async () => {
  const { values } = parseArgs({ options: { stack: { type: 'string' } } });
  if (values.stack === undefined) throw new StopWithMessage(USAGE, 2);
  const file = resolve(values.stack);
  if (!existsSync(file)) throw new StopWithMessage(`There is no ${file}.\n${USAGE}`, 2);
  const done = spawnSync('vitest', ['run', '--project', 'stack', ...FILES], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SHINKAN_STACK: file },
  });
  return done.status ?? 1;
});
