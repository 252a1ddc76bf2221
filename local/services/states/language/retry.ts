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

/**
 * Returns the seconds to wait before the next attempt after an error; undefined if there is none.
 */
export type NextAttempt = (error: StateError) => number | undefined;

/**
 * Counts the retries of one visit to a state ("Error handling", "Retrying after an error"). The
 * first retrier that names an error applies, and each counts its own retries. With `JitterStrategy`
 * FULL a wait is scaled by `random`, which returns 0 to 1.
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

/**
 * `States.TaskFailed` matches every error except a timeout, `States.ALL` every error; neither
 * matches States.Runtime.
 */
function isNamed(names: string[], { name }: StateError): boolean {
  if (name === 'States.Runtime') return false;
  return names.some(
    (known) =>
      known === name ||
      known === 'States.ALL' ||
      (known === 'States.TaskFailed' && name !== 'States.Timeout'),
  );
}
