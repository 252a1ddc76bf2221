import type { Json } from '../../../lib/resource.ts';
import type { State } from '../definition/definition.ts';

/** What a state leaves behind: its output, and the state that is next; undefined at an end. */
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
  /** The id of the event that tells of the entering. */
  entered: number;
  enteredTime: string;
}
