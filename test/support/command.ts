import { spawn } from 'node:child_process';
import { root } from '../../tools/root.ts';

/** What a command of the project printed, and how it ended. */
export interface CommandResult {
  code: number;
  output: string;
}

/** Runs one of `scripts/` as `npm run NAME -- …` does. */
export function run(script: string, ...parameters: string[]): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`tools/commands/${script}.ts`, ...parameters], {
      cwd: root,
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
