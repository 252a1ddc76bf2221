import type { State } from '../definition/definition.ts';
import { evaluate, type Scope } from '../expressions/evaluate.ts';
import { runtimeError } from '../expressions/stateError.ts';
import { readTimestamp } from '../expressions/timestamp.ts';
import { sleepUntil } from './sleep.ts';

/** The maximum duration of a Wait state or a timeout in seconds: 3 years. */
const LONGEST = 99_999_999;

/**
 * Waits as a Wait state says: for seconds or until a moment, each fixed or taken from the input.
 */
export async function wait(state: State, scope: Scope, signal: AbortSignal): Promise<void> {
  await sleepUntil(endOf(state, scope), signal);
}

/** The number of seconds at a path; fails the execution for any other value. */
export function readSeconds(field: string, path: string, scope: Scope, least: number): number {
  const seconds = evaluate(path, scope, field);
  if (Number.isInteger(seconds) && Number(seconds) >= least && Number(seconds) <= LONGEST) {
    return Number(seconds);
  }
  const seen = JSON.stringify(seconds);
  throw runtimeError(
    `${scope.place} The ${field} parameter does not reference a whole number of seconds from ${least} to ${LONGEST}: ${path} == ${seen}`,
  );
}

function endOf({ Seconds, SecondsPath, Timestamp, TimestampPath }: State, scope: Scope): number {
  if (Timestamp !== undefined)
    return readTimestamp(Timestamp) ?? invalid('Timestamp', '', Timestamp, scope);
  if (TimestampPath !== undefined) {
    const path = String(TimestampPath);
    const found = evaluate(path, scope, 'TimestampPath');
    return readTimestamp(found) ?? invalid('TimestampPath', path, found, scope);
  }
  const seconds =
    SecondsPath === undefined
      ? Number(Seconds)
      : readSeconds('SecondsPath', String(SecondsPath), scope, 0);
  return Date.now() + seconds * 1000;
}

function invalid(field: string, path: string, found: unknown, { place }: Scope): never {
  throw runtimeError(
    `${place} The ${field} parameter does not reference a valid ISO-8601 extended offset date-time format string: ${path} == ${found}`,
  );
}
