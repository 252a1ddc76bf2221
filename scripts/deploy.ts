import { spawnSync } from 'node:child_process';
import { buildAssembly } from './buildAssembly.ts';
import { root } from './root.ts';
import { runCommand } from './stopWithMessage.ts';

// Everything after `npm run deploy --` goes to `cdk deploy`, the stacks' parameters above all.
await runCommand(async () => {
  buildAssembly((line) => console.log(line));
  const done = spawnSync('cdk', ['deploy', '--all', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  return done.status ?? 1;
});
