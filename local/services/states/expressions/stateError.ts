/** Why a state failed: `name` is what Retry and Catch match, the message is the Cause, '' when there is none. */
export class StateError extends Error {
  constructor(name: string, cause = '') {
    super(cause);
    this.name = name;
  }
}

/** Something that no Retry and no Catch can mend ("States.Runtime" in "Error names"). */
export function runtimeError(cause: string): StateError {
  return new StateError('States.Runtime', cause);
}
