import type { Cleanup } from './cleanup.ts';
import { withProgress } from './progress.ts';

/** Something that runs until it is stopped. */
export interface Service {
  stop(): Promise<void> | void;
}

/** The parts of one start. When one of them fails, the others end early. */
export interface StartSteps {
  /** Aborted when the start is broken off or a part of it has failed. */
  signal: AbortSignal;
  /** Does one part, and says so when it takes longer than a second. */
  step<T>(label: string, work: () => Promise<T>): Promise<T>;
  /** Notes a service that runs, to be stopped in the end. */
  running<T extends Service>(name: string, service: T): T;
  /**
   * Waits for both. When one fails, what runs is stopped so that the other ends too, and then the failure is thrown:
   * nothing begins any more behind the caller's back.
   */
  both<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]>;
  /** Breaks the start off. */
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
