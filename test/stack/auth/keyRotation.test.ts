import { generateKeyPairSync, sign } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { KMSClient } from '@aws-sdk/client-kms';
import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { calculateJwkThumbprint, decodeProtectedHeader, exportJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSigningKeys } from '../../../services/auth/config.ts';
import { openSigner, type Signer } from '../../../services/auth/signer.ts';
import { clientSettings } from '../../../tools/stack/stack.ts';
import { ask } from '../../../tools/testing/graphql.ts';
import { testStack, testStackDir } from '../../../tools/testing/testStack.ts';
import { membersOfTheShop } from './aMemberOfTheShop.ts';
import { listens, type OpenSession, open, post, renews, signsIn } from './aSession.ts';
import { type SignInServer, serveSignIn } from './signInServer.ts';

const SECONDS = process.env.BAR_FULL === '1' ? 60 : 12;
const PER_SECOND = 50;
const SESSIONS = 5;

const aMember = membersOfTheShop();
let kms: KMSClient;
let lambda: LambdaClient;
let server: SignInServer;
/** The key that signs on the stack, and the one published beside it. */
let present: Signer;
let next: Signer;

beforeAll(async () => {
  kms = new KMSClient({ ...clientSettings, endpoint: testStack().endpoints.kms });
  lambda = new LambdaClient({ ...clientSettings, endpoint: testStack().endpoints.lambda });
  const ids = readdirSync(join(testStackDir(), 'kms')).map((file) => file.replace(/\.pem$/, ''));
  const signers = await Promise.all(ids.map((id) => openSigner(kms, id)));
  const { login, password } = await aMember();
  const signing = kidOf((await signsIn(login, password)).accessToken);
  const found = signers.find(({ kid }) => kid === signing);
  const other = signers.find(({ kid }) => kid !== signing);
  if (found === undefined || other === undefined) throw new Error('Expected two keys in KMS');
  present = found;
  next = other;
  server = await serveSignIn(testStack(), present);
});
afterAll(async () => {
  await theStackSignsWith(present);
  lambda?.destroy();
  await server?.stop();
  kms?.destroy();
});

function kidOf(accessToken: string): string {
  return String(decodeProtectedHeader(accessToken).kid);
}

/** Changes the stack’s sign-in function as a deployment with another `SigningKeyName` does. */
async function theStackSignsWith(signer: Signer): Promise<void> {
  const log = readdirSync(join(testStackDir(), 'logs')).find((file) =>
    /^ShinkanService-SignIn/.test(file),
  );
  const FunctionName = log?.replace(/\.log$/, '');
  const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  const variables = Environment?.Variables ?? {};
  const keys = readSigningKeys(variables.SIGNING_KEYS ?? '');
  for (const [name, id] of keys) {
    if ((await openSigner(kms, id)).kid !== signer.kid) continue;
    const Variables = { ...variables, SIGNING_KEY: name };
    await lambda.send(
      new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }),
    );
    return;
  }
  throw new Error(`The stack has no key with the kid ${signer.kid}`);
}

/** An unpublished key. */
async function anUnpublishedKey(): Promise<Signer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { kid, jwk, sign: async (bytes) => sign('sha256', bytes, privateKey) };
}

/** Where sessions start and are renewed. */
interface SignInService {
  signsIn(login: string, password: string): Promise<OpenSession>;
  renews(session: OpenSession): Promise<OpenSession>;
}

/** The stack’s own, as a browser reaches it. */
const ofTheStack: SignInService = { signsIn, renews };

/** One that can be given a key unknown to the stack. */
const ofTheTest: SignInService = {
  signsIn: (login, password) => open(post('/auth/token', { login, password }, '', server.url)),
  renews: ({ cookie }) => open(post('/auth/refresh', {}, cookie, server.url)),
};

/** The results of a load run. */
interface Outcome {
  /** Answered requests, by the key that signed their token. */
  served: Map<string, number>;
  refused: string[];
  /** The renewals and the new connections among them. */
  renewed: number;
  connected: number;
  /** The indexes of the sessions that are being renewed. */
  renewing: Set<number>;
}

/**
 * Queries the API, renews tokens and opens connections at this total rate per second, while
 * something happens in the middle. Some sessions never renew and keep their first token. On a
 * busy machine the change takes effect late, so the load continues until there is enough to judge,
 * at most four times as long.
 */
async function load(
  service: SignInService,
  seconds: number,
  inTheMiddle: () => Promise<void> | void,
  isEnough: (outcome: Outcome) => boolean,
): Promise<Outcome> {
  const { login, password } = await aMember();
  const sessions: OpenSession[] = [];
  for (let count = 0; count < SESSIONS; count += 1) {
    sessions.push(await service.signsIn(login, password));
  }
  const outcome: Outcome = {
    served: new Map(),
    refused: [],
    renewed: 0,
    connected: 0,
    renewing: new Set(),
  };
  const total = seconds * PER_SECOND;
  const pending: Promise<void>[] = [];
  const begun = performance.now();
  for (let at = 0; at < total || (at < total * 4 && !isEnough(outcome)); at += 1) {
    if (at === total / 2) pending.push(Promise.resolve(inTheMiddle()));
    pending.push(once(service, at, sessions, outcome));
    const wait = begun + (at * 1000) / PER_SECOND - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }
  await Promise.all(pending);
  return outcome;
}

async function once(
  service: SignInService,
  at: number,
  sessions: OpenSession[],
  outcome: Outcome,
): Promise<void> {
  const session = sessions[at % SESSIONS] as OpenSession;
  const kid = kidOf(session.accessToken);
  try {
    // The first two never renew.
    const place = 2 + (Math.floor(at / 10) % (SESSIONS - 2));
    const renewed = sessions[place] as OpenSession;
    if (at % 10 === 9 && !outcome.renewing.has(place)) {
      // One renewal of a session at a time, as in a browser.
      outcome.renewing.add(place);
      sessions[place] = await service.renews(renewed);
      outcome.renewing.delete(place);
      outcome.renewed += 1;
    } else if (at % 25 === 12) {
      (await listens(session.accessToken)).close();
      outcome.connected += 1;
    } else {
      await isServed(session.accessToken);
    }
    outcome.served.set(kid, (outcome.served.get(kid) ?? 0) + 1);
  } catch (error) {
    outcome.refused.push(`${at}: ${error}`);
  }
}

async function isServed(accessToken: string): Promise<void> {
  const answer = await ask<{ viewer: object | null }>(
    testStack(),
    '{ viewer { id } }',
    {},
    accessToken,
  );
  if (!answer.data?.viewer) throw new Error(JSON.stringify(answer));
}

describe('bar 05 rotation', () => {
  it('the stack publishes both keys, and verifiers may cache them for an hour', async () => {
    const answer = await fetch(`${testStack().web}/.well-known/jwks.json`);
    const { keys } = (await answer.json()) as { keys: { kid: string; use: string }[] };
    expect(keys.map(({ kid }) => kid).sort()).toEqual([present.kid, next.kid].sort());
    expect(answer.headers.get('cache-control')).toBe('public, max-age=3600');
  });

  it(`the stack rejects none of ${PER_SECOND} requests a second for ${SECONDS} seconds while the key changes`, {
    timeout: (4 * SECONDS + 60) * 1000,
  }, async () => {
    // Tokens of the former key are served until the end, beside those of the new one.
    const isEnough = ({ served, renewed, connected }: Outcome) =>
      [present.kid, next.kid].every(
        (kid) => (served.get(kid) ?? 0) > (SECONDS * PER_SECOND) / 10,
      ) &&
      renewed > SECONDS &&
      connected >= SECONDS;
    const outcome = await load(ofTheStack, SECONDS, () => theStackSignsWith(next), isEnough);
    expect(outcome.refused).toEqual([]);
    expect([...outcome.served.keys()].sort()).toEqual([present.kid, next.kid].sort());
    expect(isEnough(outcome), inspect(outcome)).toBe(true);
  });

  it('the stack rejects tokens of a key that signs before it is published', {
    timeout: 60_000,
  }, async () => {
    server.signsWith(present);
    const unpublished = await anUnpublishedKey();
    const { served, refused } = await load(
      ofTheTest,
      4,
      () => server.signsWith(unpublished),
      (outcome) => outcome.refused.length > 20,
    );
    expect(refused.length).toBeGreaterThan(20);
    expect(served.get(present.kid)).toBeGreaterThan(0);
    // Such a session is useless: every query with its token was rejected.
    server.signsWith(unpublished);
    const { login, password } = await aMember();
    const { accessToken } = await ofTheTest.signsIn(login, password);
    expect(kidOf(accessToken)).toBe(unpublished.kid);
    await expect(isServed(accessToken)).rejects.toThrow('UnauthorizedException');
    await expect(listens(accessToken)).rejects.toThrow();
  });
});
