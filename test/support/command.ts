import { spawn } from 'node:child_process';
import { root } from '../../tools/root.ts';

/** What a command printed, and how it ended. */
export interface CommandResult {
  code: number;
  stdout: string;
  stderr: string;
  /** Both streams, in order of arrival. */
  output: string;
}

/** Runs `shinkan …` with these arguments. */
export function run(...words: string[]): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['tools/shinkan.ts', ...words], { cwd: root });
    const result = { stdout: '', stderr: '', output: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        result[stream] += text;
        result.output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, ...result }));
  });
}
