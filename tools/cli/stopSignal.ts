import { EXIT } from './exitCodes.ts';
import { StopWithMessage } from './stopWithMessage.ts';

/** Ctrl-C or a signal to end: `signal` aborts what is under way, `received` resolves. */
export function waitForStopSignal(): { received: Promise<void>; signal: AbortSignal } {
  const controller = new AbortController();
  const received = new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(name, () => {
        const message = 'Stopped before everything had started.';
        controller.abort(new StopWithMessage(message, EXIT.interrupted));
        resolve();
      });
    }
  });
  return { received, signal: controller.signal };
}
