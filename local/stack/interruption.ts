import { CannotStart } from '../lib/cannotStart.ts';

/** The start was interrupted by Ctrl-C or a termination signal. */
export class StartInterrupted extends CannotStart {
  override name = 'StartInterrupted';
}

export interface Interruption {
  /** Throws if a signal has arrived. */
  check(): void;
  /** Restores the process's own signal handling. */
  end(): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** From now on, a termination signal calls `onSignal` instead of ending the process at once. */
export function watchForInterruption(onSignal: () => void): Interruption {
  let seen: string | undefined;
  const handle = (signal: string) => {
    seen ??= signal;
    onSignal();
  };
  for (const signal of signals) process.on(signal, handle);
  return {
    check() {
      if (seen !== undefined) throw new StartInterrupted(`The start was interrupted by ${seen}`);
    },
    end() {
      for (const signal of signals) process.off(signal, handle);
    },
  };
}
