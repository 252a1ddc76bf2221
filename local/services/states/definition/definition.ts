import type { Json } from '../../../lib/resource.ts';

/**
 * A parsed state of the Amazon States Language; refuseUnsupported has checked every field before it
 * runs.
 */
export interface State {
  Type: string;
  [field: string]: Json;
}

/** A state machine, or the nested one of a Map or Parallel state. */
export interface Definition {
  StartAt: string;
  States: { [name: string]: State };
  [field: string]: Json;
}

/** The state machines inside a Map (its item processor) or Parallel state (its branches). */
export function innerDefinitions(state: State): Definition[] {
  const inner = [state.ItemProcessor, state.Iterator, state.Branches].flat();
  return inner.filter((part) => part != null) as Definition[]; // asl-validator has checked their shape
}
