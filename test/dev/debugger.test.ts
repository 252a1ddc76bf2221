import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../tools/root.ts';
import { readStack } from '../../tools/stack/stack.ts';
import { ask } from '../../tools/testing/graphql.ts';
import { type StackProcess, startStackProcess } from '../../tools/testing/startTestStacks.ts';
import { attachDebugger, type Place } from './attachDebugger.ts';

const HALT_MS = 500;

/** The first line of this file that contains the text. */
function placeOf(name: string, text: string): Place {
  const file = join(root, name);
  const line =
    readFileSync(file, 'utf8')
      .split('\n')
      .findIndex((one) => one.includes(text)) + 1;
  expect(line, `${name} with "${text}"`).toBeGreaterThan(0);
  return { file, line };
}

describe('a debugger', () => {
  const dir = mkdtempSync(join(tmpdir(), 'shinkan-debug-'));
  // Debuggers take ports from here on; hardly anything else uses these.
  const port = 30_000 + Math.floor(Math.random() * 200) * 100;
  let dev: StackProcess;
  beforeAll(async () => {
    dev = await startStackProcess(dir, ['--empty', '--inspect', String(port)], 'dev');
  });
  afterAll(async () => {
    await dev?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  /**
   * Makes a debugger on this port halt at the place during `work`; returns where it halted and the
   * result of the work.
   */
  async function haltAt<T>(port: number, place: Place, work: () => Promise<T>) {
    const { breakAt, halted, resume, detach } = await attachDebugger(port);
    try {
      await breakAt(place);
      const resumed = halted().then(async (seen) => {
        await setTimeout(HALT_MS);
        await resume();
        return seen;
      });
      return await Promise.all([resumed, work()]);
    } finally {
      detach();
    }
  }

  it('a debugger halts a resolver at a line of its TypeScript source', async () => {
    const place = placeOf('resolvers/Query.latestBookEventCursor.ts', 'return `');
    const [seen, answer] = await haltAt(port, place, () =>
      ask(readStack(dir), '{ latestBookEventCursor }'),
    );
    expect(seen).toEqual(place);
    expect(answer.data).toEqual({ latestBookEventCursor: '0' });
  });

  it('a debugger halts a handler at a line of its TypeScript source', async () => {
    const askHandler = async () => (await fetch(`${readStack(dir).web}/auth/nothing`)).status;
    // Its process starts with the first request.
    expect(await askHandler()).toBe(404);
    const [, handlerPort] = /(\d+) {2}services\/auth\/signIn\.lambda\.ts/.exec(dev.output()) ?? [];
    const place = placeOf('services/auth/signIn.lambda.ts', 'return await route');
    const [seen, status] = await haltAt(Number(handlerPort), place, askHandler);
    expect(seen).toEqual(place);
    expect(status).toBe(404);
  });
});
