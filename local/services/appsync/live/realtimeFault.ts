import { RequestFault } from '../callers/caller.ts';

/** One entry of the `errors` of a message; AppSync leaves out what it does not know. */
export interface RealtimeError {
  errorType?: string;
  message: string;
  errorCode?: number;
}

/** A connection or a subscription that is refused: what the message that says so holds. */
export class RealtimeFault extends Error {
  readonly errors: RealtimeError[];

  constructor(...errors: RealtimeError[]) {
    super(errors.map(({ message }) => message).join('; '));
    this.name = 'RealtimeFault';
    this.errors = errors;
  }
}

/**
 * What a client is told of a fault; null when it is one of ours, which is for the log. Only a
 * connection hears the HTTP status of what it did wrong.
 */
export function readFault(fault: unknown, of: 'connection' | 'start'): RealtimeError[] | null {
  if (fault instanceof RealtimeFault) return fault.errors;
  if (!(fault instanceof RequestFault)) return null;
  const { errorType, message, status } = fault;
  return [{ errorType, message, ...(of === 'connection' && { errorCode: status }) }];
}
