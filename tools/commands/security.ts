import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAssembly } from '../build/buildAssembly.ts';
import { runCommand, StopWithMessage } from '../cli/stopWithMessage.ts';
import { root } from '../root.ts';
import { findSuites } from '../security/securitySuites.ts';
import { findReach } from '../testing/stackFile.ts';

const USAGE = `npm run security -- --stack FILE
FILE describes a running stack: .local/stack.json, or one written for a deployment (docs/security.md).`;

await runCommand(async () => {
  const { values } = parseArgs({ options: { stack: { type: 'string' } } });
  if (values.stack === undefined) throw new StopWithMessage(USAGE, 2);
  const file = resolve(values.stack);
  if (!existsSync(file)) throw new StopWithMessage(`There is no ${file}.\n${USAGE}`, 2);
  const { files, missing } = findSuites(findReach(file));
  if (missing.length > 0)
    console.log(`The authorization matrix (bar 07) is skipped: it needs ${missing.join(', ')}.`);
  // The matrix reads the list of fields from the synthesized template.
  else await buildAssembly(console.log);
  const done = spawnSync('vitest', ['run', '--project', 'stack', ...files], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SHINKAN_STACK: file },
  });
  return done.status ?? 1;
});
