import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findReach } from '../test/support/stackFile.ts';
import { root } from './root.ts';
import { runCommand, StopWithMessage } from './stopWithMessage.ts';

const USAGE = `npm run security -- --stack FILE
FILE describes a running stack: .local/stack.json, or one written for a deployment (docs/security.md).`;

/** Tokens, whose is what, live notices, abuse, injection. */
const BARS = ['bar04', 'bar08', 'bar09', 'bar10', 'bar11'];
/** Who may read what: of every type there must be something to read, and a workflow that asks. */
const MATRIX = 'bar07';

await runCommand(async () => {
  const { values } = parseArgs({ options: { stack: { type: 'string' } } });
  if (values.stack === undefined) throw new StopWithMessage(USAGE, 2);
  const file = resolve(values.stack);
  if (!existsSync(file)) throw new StopWithMessage(`There is no ${file}.\n${USAGE}`, 2);
  const reach = findReach(file);
  const hasAll = reach.has('database') && reach.has('identity');
  if (!hasAll)
    console.log(`${MATRIX} is left out: it needs a way to the database and an identity.`);
  const files = [...BARS, ...(hasAll ? [MATRIX] : [])].map((bar) => `/${bar}.`);
  const done = spawnSync('vitest', ['run', '--project', 'stack', ...files], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SHINKAN_STACK: file },
  });
  return done.status ?? 1;
});
