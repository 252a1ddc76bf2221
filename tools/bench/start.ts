import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb } from '../build/buildAssembly.ts';
import { root } from '../root.ts';
import { startStackProcess } from '../testing/startTestStacks.ts';
import { compare } from './lib/compare.ts';
import { WrongAnswer } from './lib/sameAnswer.ts';
import { timed } from './lib/timed.ts';
import type { Line } from './lib/toLine.ts';

/**
 * Starts the whole stack on a directory that already has its database and books, until it reports
 * ready. Compares this with the synthesis alone, which every start would cost without the cached
 * output.
 */
export async function bench(): Promise<Line[]> {
  const dir = mkdtempSync(join(tmpdir(), 'shinkan-bench-'));
  const output = mkdtempSync(join(tmpdir(), 'shinkan-synth-'));
  try {
    await buildWeb(() => {});
    await (await startStackProcess(dir)).stop();
    return await compare({
      path: 'warm start of the stack',
      unit: 'ms',
      better: 'lower',
      rounds: 3,
      warmUps: 0,
      ours: { name: 'start', measure: () => start(dir) },
      peers: [{ name: 'synthesis alone', goal: null, measure: timed(() => synthesize(output)) }],
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
    rmSync(output, { recursive: true, force: true });
  }
}

async function start(dir: string): Promise<number> {
  const begun = performance.now();
  const stack = await startStackProcess(dir);
  const milliseconds = performance.now() - begun;
  await stack.stop();
  if (stack.output().includes('Synthesizing')) {
    throw new WrongAnswer('The start was not warm: it synthesized the app again');
  }
  return milliseconds;
}

async function synthesize(output: string): Promise<void> {
  const done = spawnSync(process.execPath, ['infra/app.ts'], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, CDK_OUTDIR: output, CDK_VALIDATION: 'false' },
  });
  if (done.status !== 0) throw new WrongAnswer(`The synthesis ended with ${done.status}`);
}
