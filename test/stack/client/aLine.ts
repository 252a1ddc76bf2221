import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** The network between one client and a server, to be disturbed. */
export interface Line {
  port: number;
  /** Ends every connection at once; what was on its way is lost. */
  cut(): void;
  /** Ends every connection and lets no new one come about until `mend`. */
  take(): void;
  /** Neither end hears anything, or of an end, until `mend`: what is sent meanwhile waits or is lost. */
  silence(): void;
  /** Holds each piece back for so long, in both directions. */
  delay(ms: number): void;
  /** All as it should be. Connections that were silent die, as where a router forgot them, or go on. */
  mend(silent: 'die' | 'go on'): void;
  stop(): Promise<void>;
}

/** Stands in front of a server on this machine, on a port of its own. */
export async function aLine(targetPort: number): Promise<Line> {
  const pairs = new Set<Pair>();
  let isTaken = false;
  let isSilent = false;
  let delayMs = 0;

  const server = createServer({ allowHalfOpen: true }, (near) => {
    if (isTaken) return void near.resetAndDestroy();
    const far = connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true });
    const pair: Pair = { near, far, forgotten: false };
    pairs.add(pair);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      const end = () => {
        from.destroy();
        // Of an end, too, a silent line does not tell.
        if (isSilent) pair.forgotten = true;
        else forget(pair);
      };
      from.on('data', (piece) => pass(piece, from, to));
      from.on('end', end);
      from.on('error', end);
      from.on('close', end);
      if (isSilent) from.pause();
    }
  });

  function pass(piece: Buffer, from: Socket, to: Socket) {
    if (delayMs === 0) return void to.write(piece);
    from.pause();
    setTimeout(() => {
      if (!to.destroyed) to.write(piece);
      if (!isSilent) from.resume();
    }, delayMs);
  }

  function forget(pair: Pair) {
    pairs.delete(pair);
    pair.near.resetAndDestroy();
    pair.far.resetAndDestroy();
  }

  function cut() {
    for (const pair of pairs) forget(pair);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // A server that listens on a port gives an address of that kind.
    port: (server.address() as AddressInfo).port,
    cut,
    take() {
      isTaken = true;
      cut();
    },
    silence() {
      isSilent = true;
      for (const { near, far } of pairs) for (const socket of [near, far]) socket.pause();
    },
    delay(ms) {
      delayMs = ms;
    },
    mend(silent) {
      const wasSilent = isSilent;
      isTaken = false;
      isSilent = false;
      delayMs = 0;
      for (const pair of pairs) {
        if (pair.forgotten || (wasSilent && silent === 'die')) forget(pair);
        else for (const socket of [pair.near, pair.far]) socket.resume();
      }
    },
    async stop() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Pair {
  near: Socket;
  far: Socket;
  /** One end has gone while the line was silent. */
  forgotten: boolean;
}
