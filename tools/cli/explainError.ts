import { CommanderError } from 'commander';
import { CannotStart } from '../../local/lib/cannotStart.ts';
import { StartInterrupted } from '../../local/stack/interruption.ts';
import { EXIT } from './exitCodes.ts';
import { StopWithMessage } from './stopWithMessage.ts';

/**
 * Explains on stderr why a command ended, with a stack trace only on request, and returns its exit
 * code.
 */
export function explainError(error: unknown, debug: boolean): number {
  // Commander has already printed the help, the version or the mistake.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (debug) console.error(error);
  else console.error(describe(error));
  if (error instanceof StopWithMessage) return error.exitCode;
  return error instanceof StartInterrupted ? EXIT.interrupted : EXIT.failed;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return `Failed: ${error}`;
  // Both are written for the person who typed the command.
  if (error instanceof StopWithMessage || error instanceof CannotStart) return error.message;
  const cause = error.cause instanceof Error ? ` (${error.cause.message || error.cause.name})` : '';
  return `Failed: ${error.message}${cause}\nAdd --debug for the stack trace.`;
}
