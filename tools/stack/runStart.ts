import { say } from '../cli/output.ts';
import { waitForStopSignal } from '../cli/stopSignal.ts';
import { printWelcome } from './printWelcome.ts';
import { type RunningShinkan, type StartOptions, startShinkan } from './startShinkan.ts';

/** Runs the whole service until Ctrl-C or a stop signal. */
export async function runStart(
  options: Omit<StartOptions, 'signal' | 'say'>,
  start: (options: StartOptions) => Promise<RunningShinkan> = startShinkan,
): Promise<void> {
  const { received, signal } = waitForStopSignal();
  const running = await start({ ...options, signal, say });
  printWelcome(running.stack, options.dir, say);
  await received;
  say('\nStopping …');
  await running.stop();
}
