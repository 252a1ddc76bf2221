import type { Json } from '../../../lib/resource.ts';
import type { Scope } from '../expressions/evaluate.ts';
import { StateError } from '../expressions/stateError.ts';
import type { History } from '../history/history.ts';
import type { Runners } from './tasks.ts';

/** Maximum bytes of a state's input or output ("Service quotas"). */
export const LARGEST_PAYLOAD = 262_144;

/**
 * One thread of an execution: the main one, one item of a Map state or one branch of a Parallel
 * state.
 */
export interface Thread {
  history: History;
  runners: Runners;
  /** Aborted with an Interruption. */
  signal: AbortSignal;
  /** The context object without `State`. */
  context: { [name: string]: Json };
  /** The id of the event that precedes the next one. */
  previous: number;
}

/**
 * Interrupts a thread from outside: the execution was stopped or timed out, or another branch
 * failed.
 */
export class Interruption extends Error {
  override name = 'Interruption';
  /** The event that precedes the final events; undefined for the last event of each thread. */
  readonly previous: number | undefined;

  constructor(why: string, previous?: number) {
    super(why);
    this.previous = previous;
  }
}

/** Adds an event to the history; the next event of this thread follows it. */
export function log(thread: Thread, type: string, details?: object): void {
  thread.previous = thread.history.add(type, thread.previous, details);
}

/** What the paths of a state refer to. */
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

/** A value as JSON text. Throws `States.DataLimitExceeded` if it is too large. */
export function toText(value: Json, who: string): string {
  const text = JSON.stringify(value);
  // A UTF-16 unit takes at most three bytes.
  if (text.length * 3 > LARGEST_PAYLOAD && Buffer.byteLength(text) > LARGEST_PAYLOAD) {
    throw new StateError(
      'States.DataLimitExceeded',
      `The state/task '${who}' returned a result with a size exceeding the maximum number of bytes service limit.`,
    );
  }
  return text;
}
