import { spawnSync } from 'node:child_process';
import { readProfiles } from '../../services/ingest/readProfiles.ts';
import { root } from '../root.ts';

// A feed profile that says something impossible stops here, and its message names each fault.
readProfiles();

// Everything after `npm run deploy --` goes to `cdk deploy`, the stacks' parameters above all.
const done = spawnSync('cdk', ['deploy', '--all', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = done.status ?? 1;
