import { spawnSync } from 'node:child_process';
import { root } from './root.ts';

// Everything after `npm run deploy --` goes to `cdk deploy`, the stacks' parameters above all.
const done = spawnSync('cdk', ['deploy', '--all', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = done.status ?? 1;
