import type { Json } from '../../../lib/resource.ts';
import type { State } from '../definition/definition.ts';

/** The result of a state: its output, and the next state; undefined at an end. */
export interface Outcome {
  output: Json;
  next: string | undefined;
}

/** One visit to a state. */
export interface Visit {
  name: string;
  state: State;
  /** The state's input, before InputPath. */
  data: Json;
  /** The id of the event that records the entry. */
  entered: number;
  enteredTime: string;
}
