import { CannotStart } from '../lib/cannotStart.ts';

/** The start was broken off with Ctrl-C or by a signal to end. */
export class StartInterrupted extends CannotStart {
  override name = 'StartInterrupted';
}

export interface Interruption {
  /** Throws when the signal has come. */
  check(): void;
  /** The process's own handling of the signals is back. */
  end(): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** From now on a signal to end calls `onSignal` in place of ending the process at once. */
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
