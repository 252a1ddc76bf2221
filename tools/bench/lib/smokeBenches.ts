import { spawn } from 'node:child_process';
import { listBenches } from '../../cli/listBenches.ts';
import { root } from '../../root.ts';

/** Many times what a bench takes at its smallest size. */
const PATIENCE_MS = 180_000;
/** Benches mostly wait for one process at a time. */
const AT_ONCE = 2;

/**
 * Runs every bench once at its smallest size, each in its own process, two at once, and prints the
 * output of those that fail. Returns the names of these.
 */
export async function smokeBenches(names: string[] = listBenches()): Promise<string[]> {
  const failed: string[] = [];
  const left = [...names];
  const work = async () => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      const begun = performance.now();
      const { code, output } = await runSmallest(name);
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'passed' : 'FAILED'} ${name} (${seconds} s)`);
      if (code === 0) continue;
      failed.push(name);
      console.log(output);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return failed;
}

function runSmallest(name: string): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['tools/shinkan.ts', 'bench', name, '--smoke'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: PATIENCE_MS,
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}
