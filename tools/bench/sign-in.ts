import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hashSync } from 'bcryptjs';
import { createConnection } from 'mysql2/promise';
import { startKms } from '../../local/services/kms/startKms.ts';
import { readStack, type Stack } from '../stack/stack.ts';
import { signIn } from '../testing/graphql.ts';
import { startStackProcess } from '../testing/startTestStacks.ts';
import { ask as askForList, body, headersWith } from './graphql/listing.ts';
import { areaUnderRoc } from './lib/areaUnderRoc.ts';
import { insertBooks } from './lib/books.ts';
import { compare } from './lib/compare.ts';
import { spread } from './lib/median.ts';
import { requestRate } from './lib/requestRate.ts';
import { checkSameAnswer } from './lib/sameAnswer.ts';
import { sized } from './lib/smallest.ts';
import { type Line, toLine } from './lib/toLine.ts';
import type { GuessOrder } from './sign-in/guessProcess.ts';
import type { RateOrder } from './sign-in/rateProcess.ts';
import { signInEnvironment, signingKey } from './sign-in/signInEnvironment.ts';

const run = promisify(execFile);
/** Concurrent sign-ins in one process; below the limit of failures per account. */
const LANES = 4;
// A hundred sign-ins of one member within a quarter of an hour are throttled.
const MEMBERS = 100;
const SECONDS = sized(6, 1);
const PASSWORD = 'yukiguni-1937';
// Spring Security's default format.
const HASH = `{bcrypt}${hashSync(PASSWORD, 10)}`;
const GUESSES = sized(300, 5);
// Ten failures of one account within a quarter of an hour are throttled.
const LOGINS = 60;
/** A hash that takes a fiftieth of the others' time. */
const QUICK = `{sha256}${'0'.repeat(80)}`;

/**
 * Compares signing in with the bare hash, a member's requests with those with the API key, and
 * tests whether the time of a rejected sign-in reveals that the member exists.
 */
export async function bench(): Promise<Line[]> {
  const dir = mkdtempSync(join(tmpdir(), 'shinkan-bench-'));
  const running = await startStackProcess(dir, ['--empty', '--tick', '60']);
  const kms = await startKms({ dir, port: 0, keys: [signingKey], log: () => {} });
  try {
    const stack = readStack(dir);
    await fill(stack);
    const environment = signInEnvironment(stack, kms.url);
    return [
      ...(await raceSignIns(environment)),
      ...(await raceRequests(stack)),
      ...(await guess(environment)),
    ];
  } finally {
    await kms.stop();
    await running.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

type Environment = { [name: string]: string };

/** Runs a script of ours in its own process and returns its last line of output. */
async function ask<T>(script: string, order: object, environment: Environment): Promise<T> {
  const { stdout } = await run(
    process.execPath,
    [join(import.meta.dirname, 'sign-in', script), JSON.stringify(order)],
    { env: { ...process.env, ...environment }, maxBuffer: 64 * 1024 * 1024 },
  );
  // The function's own log lines come before it.
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T;
}

function raceSignIns(environment: Environment): Promise<Line[]> {
  const members = Array.from({ length: MEMBERS }, (_, n) => ({
    login: `reader${n}`,
    password: PASSWORD,
  }));
  const measure = (work: RateOrder['work']) => () => {
    const order: RateOrder = { work, lanes: LANES, members, stored: HASH, seconds: SECONDS };
    return ask<number>('rateProcess.ts', order, environment);
  };
  return compare({
    path: `sign-ins, ${LANES} at once, bcrypt at cost 10`,
    unit: 'a second of CPU',
    better: 'higher',
    ours: { name: 'handler, with the databases', measure: measure('sign-in') },
    peers: [{ name: 'the hash alone', goal: 0.8, measure: measure('hash') }],
  });
}

async function raceRequests(stack: Stack): Promise<Line[]> {
  const { graphql: url } = stack;
  const side = (name: string, headers: { [header: string]: string }) => ({
    name,
    measure: () =>
      requestRate({
        url,
        headers: headersWith(headers),
        body,
        connections: 16,
        seconds: sized(4, 1),
      }),
  });
  // Valid for ten minutes, ten times as long as this takes.
  const authorization = await signIn(stack, 'reader0', PASSWORD);
  const [asMember, asAnyone] = [{ authorization }, { 'x-api-key': stack.apiKey }];
  checkSameAnswer(
    'list over HTTP',
    await askForList({ url, headers: asMember }),
    await askForList({ url, headers: asAnyone }),
  );
  return compare({
    path: 'list over HTTP',
    unit: 'requests/s',
    better: 'higher',
    ours: side('access token (OIDC)', asMember),
    peers: [{ ...side('API key', asAnyone), goal: 0.9 }],
  });
}

/**
 * Two lines for each pair of kinds: their medians, and how well a single time distinguishes them.
 */
async function guess(environment: Environment): Promise<Line[]> {
  const kinds = { unknown: 'unknown login', wrong: 'wrong password', quick: 'wrong, quick hash' };
  const order: GuessOrder = { kinds: Object.keys(kinds), each: GUESSES, logins: LOGINS };
  const times = await ask<{ [kind: string]: number[] }>('guessProcess.ts', order, environment);
  const valuesOf = (kind: keyof typeof kinds) => ({
    name: kinds[kind],
    values: times[kind] ?? [],
  });
  const path = `refused sign-in, ${GUESSES} of each in turns`;
  return (['wrong', 'quick'] as const).flatMap((kind): Line[] => {
    const [ours, peer] = [valuesOf('unknown'), valuesOf(kind)];
    const areaFrom = (from: number, guesses = GUESSES) =>
      areaUnderRoc(
        ours.values.slice(from, from + guesses),
        peer.values.slice(from, from + guesses),
      );
    const common = { path, better: 'lower' as const };
    const duration = toLine({ ...common, unit: 'ms', ours, peer, goal: 1.05 });
    const area = toLine({
      ...common,
      unit: 'area under the ROC curve',
      ours: { name: `unknown or ${kinds[kind]}`, values: [areaFrom(0)] },
      peer: { name: 'a coin', values: [0.5] },
      // An area of 0.60.
      goal: 1.2,
    });
    const parts = [0, 1, 2, 3, 4].map((part) => areaFrom((part * GUESSES) / 5, GUESSES / 5));
    return [
      // The larger divided by the smaller: neither may take longer.
      { ...duration, ratio: Math.max(duration.ratio, 1 / duration.ratio) },
      { ...area, spread: spread(parts) },
    ];
  });
}

async function fill({ shop: { socketPath, user, database } }: Stack): Promise<void> {
  const books = await createConnection({ socketPath, user: 'root', database: 'shinkan' });
  await insertBooks(books, 10_000);
  await books.end();
  const shop = await createConnection({ socketPath, user, database });
  const members = [
    ...Array.from({ length: MEMBERS }, (_, n) => [`reader${n}`, HASH]),
    ...Array.from({ length: LOGINS }, (_, n) => [`wrong${n}`, HASH]),
    ...Array.from({ length: LOGINS }, (_, n) => [`quick${n}`, QUICK]),
  ];
  await shop.query(
    'insert into customers (login_name, password, mail_address, nickname) values ?',
    [members.map(([login, stored]) => [login, stored, `${login}@reader.example`, login])],
  );
  await shop.end();
}
