import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { readStack, type Stack } from '../scripts/stack.ts';
import { startStackProcess } from '../test/support/startTestStack.ts';
import { body } from './graphql/listing.ts';
import { insertBooks } from './lib/books.ts';
import { compare, type Line } from './lib/compare.ts';
import { requestRate } from './lib/requestRate.ts';
import { checkSameAnswer, WrongAnswer } from './lib/sameAnswer.ts';
import { startServer } from './lib/startServer.ts';

const BOOKS = 10_000;
const CONNECTIONS = 16;
const SECONDS = 4;

/** The list of upcoming books: the whole way to the database, and the engine alone. */
export async function bench(): Promise<Line[]> {
  return [...(await wholeWay()), ...(await engineAlone())];
}

/** The local stack with the deployed resolver, beside a server written by hand on the same database. */
async function wholeWay(): Promise<Line[]> {
  const dir = mkdtempSync(join(tmpdir(), 'shinkan-bench-'));
  const process = await startStackProcess(dir, ['--empty', '--tick', '60']);
  try {
    const stack = readStack(dir);
    await fill(stack);
    const yoga = await startServer(script('serveYoga'), [stack.shop.socketPath]);
    try {
      const ours = { url: stack.graphql, headers: { 'x-api-key': stack.apiKey } };
      return await race('list over HTTP to the database', ours, [
        { name: 'yoga + mysql2', goal: 1, url: yoga.url },
      ]);
    } finally {
      await yoga.stop();
    }
  } finally {
    await process.stop();
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
  const [engine, graphqlJs, yoga] = servers.map(({ url }) => url) as [string, string, string];
  try {
    return await race('list from memory', { url: engine, headers: { 'x-api-key': 'da2-bench' } }, [
      { name: 'graphql-js, documents kept', goal: 2.5, url: graphqlJs },
      { name: 'yoga', goal: 6, url: yoga },
    ]);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

interface Ours {
  url: string;
  headers: { [name: string]: string };
}

async function race(
  path: string,
  ours: Ours,
  peers: { name: string; goal: number | null; url: string }[],
): Promise<Line[]> {
  const json = { 'content-type': 'application/json' };
  const headers = { ...json, ...ours.headers };
  const answer = await ask(ours.url, headers);
  const books = answer.data?.upcomingBooks.edges.length;
  if (books !== 20) throw new WrongAnswer(`${path}: ${books} books, expected 20`);
  for (const { url } of peers) checkSameAnswer(path, answer, await ask(url, json));
  const rate = (url: string, sent: { [name: string]: string }) => () =>
    requestRate({ url, headers: sent, body, connections: CONNECTIONS, seconds: SECONDS });
  return compare({
    path,
    unit: 'requests/s',
    better: 'higher',
    ours: { name: 'local stack', measure: rate(ours.url, headers) },
    peers: peers.map(({ name, goal, url }) => ({ name, goal, measure: rate(url, json) })),
  });
}

interface Answer {
  data?: { upcomingBooks: { edges: object[] } };
}

async function ask(url: string, headers: { [name: string]: string }): Promise<Answer> {
  const response = await fetch(url, { method: 'POST', headers, body });
  return (await response.json()) as Answer;
}

function script(name: string): string {
  return join(import.meta.dirname, 'graphql', `${name}.ts`);
}
