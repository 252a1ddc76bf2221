import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { readStack, type Stack } from '../stack/stack.ts';
import { startStackProcess } from '../testing/startTestStacks.ts';
import { ask, body, headersWith } from './graphql/listing.ts';
import { insertBooks } from './lib/books.ts';
import { compare, WARM_UPS } from './lib/compare.ts';
import { cpuTime } from './lib/cpuTime.ts';
import { requestRate } from './lib/requestRate.ts';
import { checkSameAnswer } from './lib/sameAnswer.ts';
import { sized } from './lib/smallest.ts';
import { type Server, startServer } from './lib/startServer.ts';
import { type Line, toLine } from './lib/toLine.ts';

const BOOKS = sized(10_000, 100);
const CONNECTIONS = 16;
const SECONDS = sized(4, 1);

/** Times the list of upcoming books: with the database, and the engine alone. */
export async function bench(): Promise<Line[]> {
  return [...(await wholeWay()), ...(await engineAlone())];
}

/**
 * The local stack with the deployed resolver, beside a hand-written server on the same database.
 */
async function wholeWay(): Promise<Line[]> {
  const dir = mkdtempSync(join(tmpdir(), 'shinkan-bench-'));
  const shop = await startStackProcess(dir, ['--empty', '--tick', '60']);
  try {
    const stack = readStack(dir);
    await fill(stack);
    const yoga = await startServer(script('serveYoga'), [stack.shop.socketPath]);
    try {
      const ours = {
        name: 'local stack',
        url: stack.graphql,
        pid: shop.process.pid,
        headers: { 'x-api-key': stack.apiKey },
      };
      return await race('list over HTTP to the database', ours, [
        { ...yoga, name: 'yoga + mysql2', goal: 1 },
      ]);
    } finally {
      await yoga.stop();
    }
  } finally {
    await shop.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function fill(stack: Stack): Promise<void> {
  const { socketPath } = stack.shop;
  const connection = await createConnection({ socketPath, user: 'root', database: 'shinkan' });
  await insertBooks(connection, BOOKS);
  await connection.end();
}

/** The same list without a database: a resolver of our engine, plain functions of the others. */
async function engineAlone(): Promise<Line[]> {
  const servers = await Promise.all(
    ['serveEngine', 'serveGraphqlJs', 'serveYoga'].map((name) => startServer(script(name))),
  );
  const [engine, graphqlJs, yoga] = servers as [Server, Server, Server];
  const ours = { ...engine, name: 'local stack', headers: { 'x-api-key': 'da2-bench' } };
  try {
    return await race('list from memory', ours, [
      { ...graphqlJs, name: 'graphql-js, documents kept', goal: 2.5 },
      { ...yoga, name: 'yoga', goal: 6 },
    ]);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** A server of the list. */
interface Racer {
  name: string;
  url: string;
  pid: number | undefined;
  headers?: { [name: string]: string };
}

/**
 * Returns two lines for each peer: requests per second, and the CPU time of one request in the
 * server.
 */
async function race(
  path: string,
  ours: Racer,
  peers: (Racer & { goal: number | null })[],
): Promise<Line[]> {
  const answer = await ask(ours);
  for (const peer of peers) checkSameAnswer(path, answer, await ask(peer));
  const costs = new Map<string, number[]>();
  const side = (racer: Racer) => ({
    name: racer.name,
    measure: async () => {
      const { url, name, pid } = racer;
      const before = cpuTime(pid);
      const load = { url, headers: headersWith(racer.headers), body, connections: CONNECTIONS };
      const rate = await requestRate({ ...load, seconds: SECONDS });
      const cost = (cpuTime(pid) - before) / (rate * SECONDS);
      costs.set(name, [...(costs.get(name) ?? []), cost]);
      return rate;
    },
  });
  const rates = await compare({
    path,
    unit: 'requests/s',
    better: 'higher',
    ours: side(ours),
    peers: peers.map((peer) => ({ ...side(peer), goal: peer.goal })),
  });
  // Without /proc there is no CPU time.
  const isKnown = Number.isFinite(costs.get(ours.name)?.[0]);
  return rates.flatMap((line) => (isKnown ? [line, costLine(line, costs)] : [line]));
}

/** The same rounds by the server's CPU time, which depends less on other load. */
function costLine({ path, ours, peer }: Line, costs: Map<string, number[]>): Line {
  const valuesOf = ({ name }: { name: string }) => ({
    name,
    values: (costs.get(name) ?? []).slice(WARM_UPS),
  });
  const sides = { ours: valuesOf(ours), peer: valuesOf(peer) };
  return toLine({ path, unit: 'µs of CPU', better: 'lower', ...sides, goal: null });
}

function script(name: string): string {
  return join(import.meta.dirname, 'graphql', `${name}.ts`);
}
