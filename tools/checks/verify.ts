import { spawnSync } from 'node:child_process';
import { EXIT } from '../cli/exitCodes.ts';
import { root } from '../root.ts';

// A step that succeeds prints nothing.
const steps: { name: string; command: string[] }[] = [
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings'] },
  { name: 'resolver rules', command: ['eslint', 'resolvers'] },
  { name: 'resolver bundles', command: ['node', 'tools/build/lintBundles.ts'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'types of resolvers', command: ['tsc', '-p', 'resolvers'] },
  { name: 'types of infra', command: ['tsc', '-p', 'infra'] },
  { name: 'types of web', command: ['tsc', '-p', 'web'] },
  { name: 'types of embed', command: ['tsc', '-p', 'embed'] },
  { name: 'unused code', command: ['knip'] },
  { name: 'generated code', command: ['node', 'tools/shinkan.ts', 'codegen', '--check'] },
];

/** Runs every check, prints its result, and returns the exit code. */
export function verify(): number {
  let failed = 0;
  for (const { name, command } of steps) {
    const begun = Date.now();
    const [program = '', ...parameters] = command;
    const done = spawnSync(program, parameters, {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    console.log(`${done.status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
    if (done.status === 0) continue;
    failed += 1;
    console.log(`${done.error?.message ?? ''}${done.stdout ?? ''}${done.stderr ?? ''}`);
  }
  return failed === 0 ? EXIT.done : EXIT.failed;
}
