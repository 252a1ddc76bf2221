import { createProgram } from './createProgram.ts';
import { EXIT } from './exitCodes.ts';
import { explainError } from './explainError.ts';

/** Runs the command that the arguments name until it ends. Returns the exit code. */
export async function runProgram(words: string[]): Promise<number> {
  const debug = words.includes('--debug');
  process.on('uncaughtException', (error) => process.exit(explainError(error, debug)));
  try {
    await createProgram().parseAsync(words, { from: 'user' });
    // A command that did not simply succeed has set this.
    return Number(process.exitCode ?? EXIT.done);
  } catch (error) {
    return explainError(error, debug);
  }
}
