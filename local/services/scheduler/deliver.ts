import { AwsError } from '../protocol/awsError.ts';
import type { Target } from './target.ts';

/** `RetryPolicy` of a target: the maximum number of retries, and the maximum age of the run. */
export interface RetryPolicy {
  MaximumRetryAttempts: number;
  MaximumEventAgeInSeconds: number;
}

/** The policy of a target that specifies none ("RetryPolicy" in the API reference). */
export const DEFAULT_POLICY: RetryPolicy = {
  MaximumRetryAttempts: 185,
  MaximumEventAgeInSeconds: 86_400,
};

const LONGEST_PAUSE = 300_000;

/**
 * Runs a target for its due time and retries with growing pauses (1 s, doubling, at most 5 minutes)
 * as its policy allows. Client errors from the target's service are not retried. Rejects with the
 * last error.
 */
export async function deliver(
  target: Target,
  due: Date,
  policy: RetryPolicy,
  signal: AbortSignal,
): Promise<void> {
  const id = crypto.randomUUID();
  for (let attempt = 1; ; attempt += 1) {
    try {
      await target({ due, id, attempt });
      return;
    } catch (error) {
      const pause = Math.min(1000 * 2 ** (attempt - 1), LONGEST_PAUSE);
      const age = (Date.now() + pause - due.getTime()) / 1000;
      const isOver = attempt > policy.MaximumRetryAttempts || age > policy.MaximumEventAgeInSeconds;
      if (isOver || isMistake(error)) throw error;
      await sleep(pause, signal);
      if (signal.aborted) throw error;
    }
  }
}

function isMistake(error: unknown): boolean {
  return error instanceof AwsError && error.status < 500 && error.status !== 429;
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
