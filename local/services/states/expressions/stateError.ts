/**
 * Why a state failed: `name` is matched by Retry and Catch, the message is the Cause ('' if there
 * is none).
 */
export class StateError extends Error {
  constructor(name: string, cause = '') {
    super(cause);
    this.name = name;
  }
}

/** An error that no Retry or Catch can handle ("States.Runtime" in "Error names"). */
export function runtimeError(cause: string): StateError {
  return new StateError('States.Runtime', cause);
}
