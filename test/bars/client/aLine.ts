import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** The network between one client and a server, which a test can disturb. */
export interface Line {
  port: number;
  /** Ends every connection at once; data in transit is lost. */
  cut(): void;
  /** Ends every connection and allows no new one until `mend`. */
  take(): void;
  /**
   * Neither end receives anything, not even a close, until `mend`; data sent until then waits or is
   * lost.
   */
  silence(): void;
  /** Delays each piece by this time, in both directions. */
  delay(ms: number): void;
  /** Ends all disturbances. Silent connections die, as when a router forgot them, or go on. */
  mend(silent: 'die' | 'go on'): void;
  stop(): Promise<void>;
}

/** Listens in front of a server on this machine, on its own port. */
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
        // A silent line does not report an end either.
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
    // A server that listens on a port has an address of that kind.
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
