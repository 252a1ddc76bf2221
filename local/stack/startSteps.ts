import type { Cleanup } from './cleanup.ts';
import { withProgress } from './progress.ts';

/** Something that runs until it is stopped. */
export interface Service {
  stop(): Promise<void> | void;
}

/** The steps of one start. If one fails, the others stop early. */
export interface StartSteps {
  /** Aborted when the start is interrupted or a step has failed. */
  signal: AbortSignal;
  /** Runs one step and reports it if it takes longer than a second. */
  step<T>(label: string, work: () => Promise<T>): Promise<T>;
  /** Registers a running service to be stopped at the end. */
  running<T extends Service>(name: string, service: T): T;
  /**
   * Waits for both. If one fails, stops what is running so that the other ends too, then throws the
   * failure: nothing starts after the caller has moved on.
   */
  both<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]>;
  /** Aborts the start. */
  end(): void;
}

export function createSteps(cleanup: Cleanup, log: (line: string) => void): StartSteps {
  const begun = new AbortController();
  const end = () => {
    begun.abort();
    cleanup.run().catch((error: unknown) => log(String(error)));
  };
  return {
    signal: begun.signal,
    step: async (label, work) => {
      begun.signal.throwIfAborted();
      return withProgress(label, work, log);
    },
    running: (name, service) => {
      cleanup.add(name, () => service.stop());
      return service;
    },
    async both(one, other) {
      let first: { error: unknown } | undefined;
      const watch = <T>(part: Promise<T>) =>
        part.catch((error: unknown) => {
          first ??= { error };
          end();
          throw error;
        });
      const [a, b] = await Promise.allSettled([watch(one), watch(other)]);
      if (a.status === 'fulfilled' && b.status === 'fulfilled') return [a.value, b.value];
      throw first?.error;
    },
    end,
  };
}
