import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from '../root.ts';
import { EXIT } from './exitCodes.ts';

/** Runs a program in this terminal, forwards stop signals to it, and returns its exit code. */
export async function runInTerminal(
  program: string,
  parameters: string[],
  environment: { [name: string]: string } = {},
): Promise<number> {
  const child = spawn(program, parameters, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  // Ctrl-C reaches the program too, because it runs in the same process group.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, 'exit');
  return code ?? EXIT.failed;
}
