import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishMutation } from '../release/publishMutation.ts';
import { type AskGraphql, signedGraphql } from '../release/signedGraphql.ts';
import { compare, type Line } from './lib/compare.ts';
import { median } from './lib/median.ts';
import { WrongAnswer } from './lib/sameAnswer.ts';
import { type Server, startServer } from './lib/startServer.ts';
import type { Heard } from './push/crowd.ts';
import { publisher, type Size } from './push/event.ts';

/** Besides its sockets a process has a few files open. */
const OTHER_FILES = 100;
const EVENTS_A_ROUND = 5;

interface Crowd {
  sockets: number;
  size: Size;
  /** AWS's clients give every subscription an id of its own; the client of the shop's pages counts from 1. */
  ids: 'unique' | 'alike';
}

/** One event, from the call that publishes it to the last of thousands who listen. */
export async function bench(): Promise<Line[]> {
  return [
    ...(await race({ sockets: 5_000, size: 'whole', ids: 'unique' })),
    ...(await race({ sockets: 10_000, size: 'whole', ids: 'unique' })),
    ...(await race({ sockets: 10_000, size: 'whole', ids: 'alike' })),
    ...(await race({ sockets: 10_000, size: 'small', ids: 'unique' })),
  ];
}

async function race(crowd: Crowd): Promise<Line[]> {
  checkOpenFiles(crowd.sockets + OTHER_FILES);
  const sides = await Promise.all(
    ['serveAppSync', 'serveNaive'].map((name) => Side.start(name, crowd)),
  );
  try {
    const [ours, naive] = sides as [Side, Side];
    return await compare({
      path: `${crowd.size} event to ${crowd.sockets} sockets, ids ${crowd.ids}`,
      unit: 'ms',
      better: 'lower',
      ours: { name: 'local stack', measure: () => ours.publishSome() },
      peers: [{ name: 'text for each, by ws', goal: 0.75, measure: () => naive.publishSome() }],
    });
  } finally {
    await Promise.all(sides.map((side) => side.stop()));
  }
}

/** A server and those who listen to it, each in a process of its own. */
class Side {
  readonly #server: Server;
  readonly #listeners: ChildProcess;
  readonly #sockets: number;
  readonly #ask: AskGraphql;

  private constructor(server: Server, listeners: ChildProcess, sockets: number) {
    this.#server = server;
    this.#listeners = listeners;
    this.#sockets = sockets;
    const address = { url: new URL(server.url), region: 'ap-northeast-1' };
    this.#ask = signedGraphql(address, async () => publisher);
  }

  static async start(name: string, { sockets, size, ids }: Crowd): Promise<Side> {
    const server = await startServer(script(name), [size]);
    const listeners = fork(script('crowd'), [server.url, String(sockets), size, ids]);
    await next(listeners);
    return new Side(server, listeners, sockets);
  }

  async publishSome(): Promise<number> {
    const times: number[] = [];
    while (times.length < EVENTS_A_ROUND) times.push(await this.#publish());
    return median(times);
  }

  /** Milliseconds from the call to the last receipt. One who hears nothing, or something else, is an error. */
  async #publish(): Promise<number> {
    this.#listeners.send('listen');
    await next(this.#listeners);
    const heard = next(this.#listeners);
    heard.catch(() => {}); // when the call fails, nobody waits for it
    const begun = process.hrtime.bigint();
    const { errors } = await this.#ask(publishMutation(['48213']));
    if (errors.length > 0) throw new WrongAnswer(JSON.stringify(errors));
    const { subscribers, at } = (await heard) as Heard;
    if (subscribers !== this.#sockets) {
      throw new WrongAnswer(`${subscribers} of ${this.#sockets} subscribers heard the event`);
    }
    return Number(BigInt(at) - begun) / 1e6;
  }

  async stop(): Promise<void> {
    const gone = once(this.#listeners, 'exit');
    this.#listeners.kill();
    await Promise.all([gone, this.#server.stop()]);
  }
}

/** What a process says next. */
function next(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) =>
      reject(new Error(`the process of the subscribers ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (said) => {
      child.off('exit', onExit);
      resolve(said);
    });
  });
}

/**
 * Each socket is an open file. Node.js raises the bound of a process to the one that only root may
 * raise further.
 */
function checkOpenFiles(needed: number): void {
  const [, most] = /^Max open files\s+\S+\s+(\S+)/m.exec(readLimits()) ?? [];
  if (most === undefined || most === 'unlimited' || Number(most) >= needed) return;
  throw new Error(
    `A process may open ${most} files here, ${needed} are needed: as root run "ulimit -Hn ${needed}" before, or set a higher "nofile" in /etc/security/limits.conf.`,
  );
}

function readLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8');
  } catch {
    // Not Linux: a bound that is too low shows when the sockets are opened.
    return '';
  }
}

function script(name: string): string {
  return join(import.meta.dirname, 'push', `${name}.ts`);
}
