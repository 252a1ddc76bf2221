import { AwsError } from '../protocol/awsError.ts';

/** The settings in a function's `AWS::Lambda::EventInvokeConfig`. */
export interface EventPolicy {
  /** How often an event is retried after a function error. */
  retries: number;
  /** The age in milliseconds at which an event is dropped. */
  longestAge: number;
}

/** Events waiting for a function that has failed or is busy. */
export interface EventQueue {
  /** Queues an event for a function; its outcome appears only in the log. */
  add(invoke: () => Promise<unknown>, name: string, policy?: Partial<EventPolicy>): void;
  /** Drops all waiting events. */
  stop(): void;
}

/**
 * "Asynchronous invocation": milliseconds before the second and third attempts after a function
 * error.
 */
const PAUSES = [60_000, 120_000];

/** After throttling: one second, doubling up to five minutes, for six hours. */
const [FIRST_PAUSE, LONGEST_PAUSE, LONGEST_AGE] = [1000, 300_000, 6 * 3_600_000];

/**
 * Runs events in the background as Lambda's own queue does; retries after errors and throttling.
 */
export function createEventQueue(
  log: (line: string) => void,
  pauses: readonly number[] = PAUSES,
): EventQueue {
  const timers = new Set<NodeJS.Timeout>();
  let stopped = false;

  const later = (milliseconds: number, work: () => void) => {
    if (stopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, milliseconds);
    timers.add(timer);
  };

  return {
    add(invoke, name, { retries = pauses.length, longestAge = LONGEST_AGE } = {}) {
      const begun = Date.now();
      const isYoung = (pause: number) => Date.now() + pause - begun <= longestAge;
      const attempt = (failures: number, throttled: number): void => {
        invoke().catch((error: unknown) => {
          if (stopped) return;
          if (error instanceof AwsError && error.status === 429) {
            const pause = Math.min(FIRST_PAUSE * 2 ** throttled, LONGEST_PAUSE);
            if (isYoung(pause)) {
              later(pause, () => attempt(failures, throttled + 1));
              return;
            }
          }
          const next = failures < retries ? pauses[failures] : undefined;
          const pause = next !== undefined && isYoung(next) ? next : undefined;
          const then = pause === undefined ? 'given up' : `again in ${pause / 1000} s`;
          log(`event for ${name}: ${error}; ${then}`);
          if (pause !== undefined) later(pause, () => attempt(failures + 1, throttled));
        });
      };
      later(0, () => attempt(0, 0));
    },
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
