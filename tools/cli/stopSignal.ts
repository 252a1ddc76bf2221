import { EXIT } from './exitCodes.ts';
import { StopWithMessage } from './stopWithMessage.ts';

/**
 * Waits for Ctrl-C or a stop signal: `signal` aborts the work in progress, `received` resolves. A
 * second Ctrl-C ends the process at once; other signals may arrive twice, from the sender and from
 * our parent.
 */
export function waitForStopSignal(): { received: Promise<void>; signal: AbortSignal } {
  const controller = new AbortController();
  const received = new Promise<void>((resolve) => {
    const stop = () => {
      const message = 'Stopped before everything had started.';
      controller.abort(new StopWithMessage(message, EXIT.interrupted));
      resolve();
    };
    process.once('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
  });
  return { received, signal: controller.signal };
}
