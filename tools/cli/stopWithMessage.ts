import { EXIT } from './exitCodes.ts';

/** Ends a command with a message for the person who typed it. */
export class StopWithMessage extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = EXIT.failed) {
    super(message);
    this.name = 'StopWithMessage';
    this.exitCode = exitCode;
  }
}
