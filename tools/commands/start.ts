import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { caches } from '../../local/lib/caches.ts';
import { runCommand, StopWithMessage } from '../cli/stopWithMessage.ts';

// Compiling all that a start loads takes a second; from the second start on it is known. Only what is imported after
// this line is kept.
enableCompileCache(join(caches, 'compiled'));

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      fresh: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
      dir: { type: 'string', default: '.local' },
      port: { type: 'string', default: '4000' },
      tick: { type: 'string', default: '5' },
      'mail-rate': { type: 'string', default: '14' },
      'mail-window': { type: 'string', default: '08:00-10:00' },
    },
  });
  const port = readNumber('--port', values.port, 0, 65_000);
  const tickSeconds = readNumber('--tick', values.tick, 1, 60);
  const say = (line: string) => console.log(line);

  const stopSignal = waitForStopSignal();
  const { startShinkan } = await import('../stack/startShinkan.ts');
  const { printWelcome } = await import('../stack/printWelcome.ts');
  const running = await startShinkan({
    dir: values.dir,
    port,
    fresh: values.fresh,
    withCatalogue: !values.empty,
    tickSeconds,
    mailsPerSecond: readNumber('--mail-rate', values['mail-rate'], 1, 9_999),
    mailWindow: readWindow('--mail-window', values['mail-window']),
    signal: stopSignal.signal,
    say,
  });
  printWelcome(running.stack, values.dir, say);
  await stopSignal.received;
  say('\nStopping …');
  await running.stop();
  return 0;
});

/** Ctrl-C ends the stack in order, also in the middle of its start. */
function waitForStopSignal(): { received: Promise<void>; signal: AbortSignal } {
  const controller = new AbortController();
  const received = new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(name, () => {
        controller.abort(new StopWithMessage('Stopped before everything had started.', 130));
        resolve();
      });
    }
  });
  return { received, signal: controller.signal };
}

function readWindow(option: string, text: string): string {
  const time = '([01][0-9]|2[0-3]):[0-5][0-9]';
  if (new RegExp(`^${time}-${time}$`).test(text)) return text;
  throw new StopWithMessage(`${option} ${text}: expected two times such as 08:00-10:00.`, 2);
}

function readNumber(option: string, text: string, low: number, high: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw new StopWithMessage(
    `${option} ${text}: expected a whole number from ${low} to ${high}.`,
    2,
  );
}
