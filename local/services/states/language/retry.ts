import type { Json } from '../../../lib/resource.ts';
import type { StateError } from '../expressions/stateError.ts';

interface Retrier {
  ErrorEquals: string[];
  IntervalSeconds?: number;
  MaxAttempts?: number;
  BackoffRate?: number;
  MaxDelaySeconds?: number;
  JitterStrategy?: 'FULL' | 'NONE';
}

export interface Catcher {
  ErrorEquals: string[];
  Next: string;
  ResultPath?: string | null;
}

/** Says how many seconds to wait before the next attempt after an error; undefined when there is none. */
export type NextAttempt = (error: StateError) => number | undefined;

/**
 * The retries of one visit to a state ("Error handling", "Retrying after an error"). The first retrier that names an
 * error decides about it, and each counts its own retries. With `JitterStrategy` FULL a wait lasts anything from 0 to
 * its length; `random` gives 0 to 1.
 */
export function countRetries(
  retry: Json | undefined,
  random: () => number = Math.random,
): NextAttempt {
  const retriers = (retry ?? []) as unknown as Retrier[]; // the validator has checked their shape
  const used = retriers.map(() => 0);
  return (error) => {
    const at = retriers.findIndex(({ ErrorEquals }) => isNamed(ErrorEquals, error));
    const retrier = retriers[at];
    const before = used[at] ?? 0;
    if (retrier === undefined || before >= (retrier.MaxAttempts ?? 3)) return undefined;
    used[at] = before + 1;
    const { IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Infinity } = retrier;
    const delay = Math.min(IntervalSeconds * BackoffRate ** before, MaxDelaySeconds);
    return retrier.JitterStrategy === 'FULL' ? delay * random() : delay;
  };
}

/** The first catcher that names an error. */
export function findCatcher(catchers: Json | undefined, error: StateError): Catcher | undefined {
  const all = (catchers ?? []) as unknown as Catcher[]; // the validator has checked their shape
  return all.find(({ ErrorEquals }) => isNamed(ErrorEquals, error));
}

/** `States.TaskFailed` stands for every error but a timeout, `States.ALL` for every one; neither for States.Runtime. */
function isNamed(names: string[], { name }: StateError): boolean {
  if (name === 'States.Runtime') return false;
  return names.some(
    (known) =>
      known === name ||
      known === 'States.ALL' ||
      (known === 'States.TaskFailed' && name !== 'States.Timeout'),
  );
}
