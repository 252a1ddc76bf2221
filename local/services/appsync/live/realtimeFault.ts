import { RequestFault } from '../callers/caller.ts';

/** One entry of a message's `errors`; AppSync omits unknown members. */
export interface RealtimeError {
  errorType?: string;
  message: string;
  errorCode?: number;
}

/** The rejection of a connection or subscription, with the content of its message. */
export class RealtimeFault extends Error {
  readonly errors: RealtimeError[];

  constructor(...errors: RealtimeError[]) {
    super(errors.map(({ message }) => message).join('; '));
    this.name = 'RealtimeFault';
    this.errors = errors;
  }
}

/**
 * The errors to send to a client for a fault; null for an internal one, which goes to the log. Only
 * a connection receives the HTTP status.
 */
export function readFault(fault: unknown, of: 'connection' | 'start'): RealtimeError[] | null {
  if (fault instanceof RealtimeFault) return fault.errors;
  if (!(fault instanceof RequestFault)) return null;
  const { errorType, message, status } = fault;
  return [{ errorType, message, ...(of === 'connection' && { errorCode: status }) }];
}
