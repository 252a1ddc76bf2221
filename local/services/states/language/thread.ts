import type { Json } from '../../../lib/resource.ts';
import type { Scope } from '../expressions/evaluate.ts';
import { StateError } from '../expressions/stateError.ts';
import type { History } from '../history/history.ts';
import type { Runners } from './tasks.ts';

/** Bytes of the data that one state may take in or give out ("Service quotas"). */
export const LARGEST_PAYLOAD = 262_144;

/** One line of work of an execution: itself, one item of a Map state or one branch of a Parallel state. */
export interface Thread {
  history: History;
  runners: Runners;
  /** Aborted with an Interruption. */
  signal: AbortSignal;
  /** The context object without `State`. */
  context: { [name: string]: Json };
  /** The id of the event that the next one follows. */
  previous: number;
}

/** Work that is ended from outside: the execution was stopped or ran out of time, or another branch failed. */
export class Interruption extends Error {
  override name = 'Interruption';
  /** The event that the events of the end follow; undefined for the last one of each thread. */
  readonly previous: number | undefined;

  constructor(why: string, previous?: number) {
    super(why);
    this.previous = previous;
  }
}

/** Adds an event to the history that the next one of this thread follows. */
export function log(thread: Thread, type: string, details?: object): void {
  thread.previous = thread.history.add(type, thread.previous, details);
}

/** What paths of a state look at. */
export function scopeOf(
  thread: Thread,
  state: { [name: string]: Json },
  data: Json,
  entered: number,
): Scope {
  return {
    data,
    context: { ...thread.context, State: state },
    place: `An error occurred while executing the state '${state.Name}' (entered at the event id #${entered}).`,
  };
}

/** A value as JSON text. What is too large to go on is `States.DataLimitExceeded`. */
export function toText(value: Json, who: string): string {
  const text = JSON.stringify(value);
  // No character takes more than three bytes.
  if (text.length * 3 > LARGEST_PAYLOAD && Buffer.byteLength(text) > LARGEST_PAYLOAD) {
    throw new StateError(
      'States.DataLimitExceeded',
      `The state/task '${who}' returned a result with a size exceeding the maximum number of bytes service limit.`,
    );
  }
  return text;
}
