import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { type AskGraphql, signedGraphql } from '../../services/lib/api/signedGraphql.ts';
import { publishMutation } from '../../services/release/publishMutation.ts';
import { compare } from './lib/compare.ts';
import { endProcess } from './lib/endProcess.ts';
import { median } from './lib/median.ts';
import { nextMessage } from './lib/nextMessage.ts';
import { checkOpenFiles } from './lib/openFiles.ts';
import { WrongAnswer } from './lib/sameAnswer.ts';
import { sized } from './lib/smallest.ts';
import { type Server, startServer } from './lib/startServer.ts';
import type { Line } from './lib/toLine.ts';
import type { Heard } from './push/crowd.ts';
import { publisher, type Size } from './push/event.ts';

/** A process has a few open files besides its sockets. */
const OTHER_FILES = 100;
const EVENTS_A_ROUND = sized(5, 1);

interface Crowd {
  sockets: number;
  size: Size;
  /**
   * AWS's clients give every subscription a unique id; the client of the shop's pages counts from
   * 1.
   */
  ids: 'unique' | 'alike';
}

/** Times one event, from the publishing call to the last of thousands of subscribers. */
export async function bench(): Promise<Line[]> {
  return [
    ...(await race({ sockets: sized(5_000, 20), size: 'whole', ids: 'unique' })),
    ...(await race({ sockets: sized(10_000, 40), size: 'whole', ids: 'unique' })),
    ...(await race({ sockets: sized(10_000, 40), size: 'whole', ids: 'alike' })),
    ...(await race({ sockets: sized(10_000, 40), size: 'small', ids: 'unique' })),
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

/** A server and its subscribers, each in its own process. */
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
    await nextMessage(listeners);
    return new Side(server, listeners, sockets);
  }

  async publishSome(): Promise<number> {
    const times: number[] = [];
    while (times.length < EVENTS_A_ROUND) times.push(await this.#publish());
    return median(times);
  }

  /**
   * Milliseconds from the call to the last receipt. Throws if a subscriber receives nothing or
   * something else.
   */
  async #publish(): Promise<number> {
    this.#listeners.send('listen');
    await nextMessage(this.#listeners);
    const heard = nextMessage(this.#listeners);
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
    await Promise.all([endProcess(this.#listeners), this.#server.stop()]);
  }
}

function script(name: string): string {
  return join(import.meta.dirname, 'push', `${name}.ts`);
}
