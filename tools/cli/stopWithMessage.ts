import { CannotStart } from '../../local/lib/cannotStart.ts';
import { StartInterrupted } from '../../local/stack/interruption.ts';

/** Ends a command with words for the person who typed it, and no stack trace. */
export class StopWithMessage extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = 'StopWithMessage';
    this.exitCode = exitCode;
  }
}

/** Runs a command: a message for the person ends it with its exit code, a defect with its trace. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (error instanceof StopWithMessage) {
      console.error(error.message);
      process.exitCode = error.exitCode;
      return;
    }
    // The local stack explains itself in the same way, and knows nothing of these commands.
    if (error instanceof CannotStart) {
      console.error(error.message);
      // Ctrl-C, as shells count it.
      process.exitCode = error instanceof StartInterrupted ? 130 : 1;
      return;
    }
    throw error;
  }
}
