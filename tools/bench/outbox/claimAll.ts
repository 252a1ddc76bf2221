import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkSameAnswer } from '../lib/sameAnswer.ts';

const run = promisify(execFile);

interface Claims {
  claimed: number;
  /** In milliseconds since 1970. */
  from: number;
  to: number;
}

/**
 * Runs this many senders that claim everything at once; returns their total of mails per second.
 */
export async function claimAll(url: string, senders: number, expected: number): Promise<number> {
  const claims = await Promise.all(
    Array.from({ length: senders }, async (_, sender) => {
      const script = join(import.meta.dirname, 'claimProcess.ts');
      const { stdout } = await run(process.execPath, [script, url, `${sender}`, `${senders}`]);
      // Printed by our own program.
      return JSON.parse(stdout) as Claims;
    }),
  );
  const claimed = claims.reduce((sum, one) => sum + one.claimed, 0);
  checkSameAnswer('mails that were claimed', claimed, expected);
  const from = Math.min(...claims.map((one) => one.from));
  const to = Math.max(...claims.map((one) => one.to));
  return claimed / ((to - from) / 1000);
}
