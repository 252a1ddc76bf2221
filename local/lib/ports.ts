import { createServer, type Server } from 'node:net';
import { CannotStart } from './cannotStart.ts';
import { findPortOwner } from './portOwner.ts';

/** Each service's offset from the base port. */
const offsets = {
  web: 0,
  appsync: 1,
  inbox: 2,
  beside: 3,
  rdsData: 4,
  s3: 5,
  ses: 6,
  states: 7,
  kms: 8,
  lambda: 9,
  console: 10,
} as const;

export type PortName = keyof typeof offsets;

/** The ports of one stack, reserved until each is used. */
export interface Ports {
  number(name: PortName): number;
  /** Frees the port for the service that is about to listen and returns its number. */
  use(name: PortName): Promise<number>;
  releaseAll(): Promise<void>;
}

/**
 * Reserves all ports from `base`, or any free ones if it is 0. Throws, naming the owner, if a port
 * is in use.
 */
export async function reservePorts(base: number): Promise<Ports> {
  const held = new Map<PortName, Server>();
  const numbers = new Map<PortName, number>();
  const names = Object.keys(offsets) as PortName[];
  try {
    for (const name of names) {
      const server = await hold(base === 0 ? 0 : base + offsets[name], name);
      held.set(name, server);
      const address = server.address();
      if (address === null || typeof address === 'string')
        throw new Error('A TCP server has a port');
      numbers.set(name, address.port);
    }
  } catch (error) {
    await releaseAll();
    throw error;
  }
  return { number, use, releaseAll };

  function number(name: PortName): number {
    const port = numbers.get(name);
    if (port === undefined) throw new Error(`No port is held for ${name}`);
    return port;
  }

  async function use(name: PortName): Promise<number> {
    await release(name);
    return number(name);
  }

  async function releaseAll(): Promise<void> {
    await Promise.all(names.map(release));
  }

  async function release(name: PortName): Promise<void> {
    const server = held.get(name);
    held.delete(name);
    if (server !== undefined) await new Promise((resolve) => server.close(resolve));
  }
}

function hold(port: number, name: PortName): Promise<Server> {
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      const owner = findPortOwner(port);
      const by = owner === undefined ? '' : ` by ${owner}`;
      reject(
        new CannotStart(
          `Port ${port} (${name}) is in use${by}. Choose another base port with --port N.`,
        ),
      );
    });
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
