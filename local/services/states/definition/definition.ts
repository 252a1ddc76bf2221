import type { Json } from '../../../lib/resource.ts';

/** A state of the Amazon States Language, as parsed; refuseUnsupported has seen every field before it runs. */
export interface State {
  Type: string;
  [field: string]: Json;
}

/** A state machine, or the part of one inside a Map or Parallel state. */
export interface Definition {
  StartAt: string;
  States: { [name: string]: State };
  [field: string]: Json;
}

/** The state machines that a Map (its item processor) or Parallel state (its branches) holds. */
export function innerDefinitions(state: State): Definition[] {
  const inner = [state.ItemProcessor, state.Iterator, state.Branches].flat();
  return inner.filter((part) => part != null) as Definition[]; // asl-validator has checked their shape
}
