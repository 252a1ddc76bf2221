import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { text } from 'node:stream/consumers';
import { EXIT } from '../cli/exitCodes.ts';
import { root } from '../root.ts';

interface Step {
  name: string;
  command: string[];
}

// Longest first; a step that succeeds prints nothing.
const steps: Step[] = [
  { name: 'types of web', command: ['tsc', '-p', 'web'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'types of infra', command: ['tsc', '-p', 'infra'] },
  { name: 'unused code', command: ['knip'] },
  { name: 'generated code', command: ['node', 'tools/shinkan.ts', 'codegen', '--check'] },
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings'] },
  { name: 'types of embed', command: ['tsc', '-p', 'embed'] },
  { name: 'resolver bundles', command: ['node', 'tools/build/lintBundles.ts'] },
  { name: 'resolver rules', command: ['eslint', 'resolvers'] },
  { name: 'types of resolvers', command: ['tsc', '-p', 'resolvers'] },
];

/** Runs every check, several at once, prints each result, and returns the exit code. */
export async function verify(): Promise<number> {
  const waiting = [...steps];
  let failed = 0;
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (!(await check(step))) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism() / 2) }, work));
  return failed === 0 ? EXIT.done : EXIT.failed;
}

/** Prints the result of a check, and its output if it fails. Returns whether it succeeds. */
async function check({ name, command: [program = '', ...parameters] }: Step): Promise<boolean> {
  const begun = Date.now();
  const child = spawn(program, parameters, {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close').catch((error: Error) => [error.message]);
  const [[code], ...output] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (code !== 0) console.log([typeof code === 'string' ? code : '', ...output].join(''));
  return code === 0;
}
