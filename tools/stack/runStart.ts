import { say } from '../cli/output.ts';
import { waitForStopSignal } from '../cli/stopSignal.ts';
import { printWelcome } from './printWelcome.ts';
import { type StartOptions, startShinkan } from './startShinkan.ts';

/** Runs the whole service until Ctrl-C or a signal to end. */
export async function runStart(options: Omit<StartOptions, 'signal' | 'say'>): Promise<void> {
  const { received, signal } = waitForStopSignal();
  const running = await startShinkan({ ...options, signal, say });
  printWelcome(running.stack, options.dir, say);
  await received;
  say('\nStopping …');
  await running.stop();
}
