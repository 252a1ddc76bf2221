import { RDSDataClient } from '@aws-sdk/client-rds-data';
import { SESClient } from '@aws-sdk/client-ses';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { signedGraphql } from '../../../services/lib/api/signedGraphql.ts';
import { log } from '../../../services/lib/log.ts';
import { sesMailer } from '../../../services/mail/sending/sesMailer.ts';
import { settings } from '../../database/mail/privateOutbox.ts';
import {
  type ReleaseDatabases,
  startReleaseDatabases,
} from '../../support/crashes/releaseDatabases.ts';
import { ReleaseWorld } from '../../support/crashes/releaseWorld.ts';
import {
  FAULTS,
  type Fault,
  type FaultyServices,
  startFaultyServices,
} from '../../support/faults/faultyServices.ts';

vi.setConfig({ testTimeout: 600_000 });

const LEASE_MINUTES = 15;
const aws = {
  region: 'ap-northeast-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};

let databases: ReleaseDatabases;
let services: FaultyServices;
let world: ReleaseWorld;

beforeAll(async () => {
  log.setLogLevel('SILENT');
  // A transaction that nobody ends keeps its locks for one second instead of three minutes.
  databases = await startReleaseDatabases({ idleSeconds: 1 });
  services = await startFaultyServices({
    dataApi: databases.dataApi,
    ses: (mail) => world.sesTakes(mail),
    api: () => world.theApiTakesAll(),
  });
});
afterAll(async () => {
  await services?.stop();
  await databases?.stop();
});

/** Clients as in production, except that SES’s answer is awaited for one second instead of ten. */
async function aWorldThroughClients(): Promise<void> {
  const endpoint = services.url;
  const ses = new SESClient({
    ...aws,
    endpoint,
    maxAttempts: 1,
    requestHandler: { requestTimeout: 1_000, throwOnRequestTimeout: true },
  });
  const { from } = settings.letterhead;
  const mailer = sesMailer({ from, configurationSet: 'ours' }, ses);
  world = new ReleaseWorld({
    root: databases.root,
    ...databases.open(new RDSDataClient({ ...aws, endpoint })),
    settings,
    wrap: () => mailer,
    ask: signedGraphql(
      { url: new URL('/graphql', endpoint), region: aws.region },
      async () => aws.credentials,
    ),
  });
  await world.begin();
}

/**
 * Runs minute by minute until nothing is left to do: a failed execution is followed by the next,
 * and a function that waits for an answer is ended at its timeout and does nothing more. Returns
 * how the executions failed.
 */
async function settleDown(
  plan: { [call: string]: Fault },
  { withEvents = true } = {},
): Promise<string[]> {
  services.fail(plan);
  const failures: string[] = [];
  for (let minute = 0; minute < 60; minute += 1) {
    const ended = await Promise.race([
      world.release().catch((error: Error) => error),
      services.hanging().then(() => new Error('Its time was over')),
    ]);
    if (ended instanceof Error) {
      failures.push(`${ended.name}: ${ended.message}`);
      services.forgetHanging();
    }
    if (withEvents) await world.events();
    if (ended === false && (await world.outcome()).stuck.length === 0) return failures;
    world.minutesPass(1);
  }
  throw new Error(`Not quiet after an hour: ${failures.join('; ')}`);
}

const ADD_TO_OUTBOX = 'insert ignore into mail_outbox';
const SETTLE_SENT = "update mail_outbox set state = 'SENT'";
const find = (calls: string[], beginning: string): string => {
  const found = calls.find((call) => call.startsWith(beginning));
  if (found === undefined) throw new Error(`No call begins with ${beginning}`);
  return found;
};

describe('bar 15 faults', () => {
  let calls: string[];

  beforeAll(async () => {
    await aWorldThroughClients();
    expect(await settleDown({})).toEqual([]);
    calls = [...new Set(services.calls)];
  });

  it('the faults cover every kind of call of the release', () => {
    for (const call of ['/BeginTransaction', '/CommitTransaction', 'SendRawEmail', 'publish'])
      expect(calls).toContain(call);
    expect(calls.filter((call) => /^(select|update|insert) /.test(call)).length).toBeGreaterThan(
      20,
    );
  });

  it.each(FAULTS)(
    'with every call %s once, everything is told once and at most one execution fails',
    async (fault) => {
      const insert = find(calls, ADD_TO_OUTBOX);
      const plans = calls.map((call): { [call: string]: Fault } => ({ [call]: fault }));
      // A rollback only follows a failure.
      plans.push({ [insert]: 'refused', '/RollbackTransaction': fault });
      for (const plan of plans) {
        await aWorldThroughClients();
        const failures = await settleDown(plan);
        const outcome = await world.outcome();
        expect({
          plan,
          failures: failures.length <= 1,
          left: services.planned,
          ...outcome,
        }).toEqual({
          plan,
          failures: true,
          left: [],
          lost: [],
          unlawful: [],
          duplicates: 0,
          stuck: [],
        });
      }
    },
  );

  it.each(FAULTS)(
    'with sending and settling %s and no event, nobody sends again before the lease ends',
    async (fault) => {
      for (const call of ['SendRawEmail', find(calls, SETTLE_SENT)]) {
        await aWorldThroughClients();
        await settleDown({ [call]: fault }, { withEvents: false });
        const { duplicates, ...outcome } = await world.outcome();
        expect(outcome).toEqual({ lost: [], unlawful: [], stuck: [] });
        expect(duplicates).toBeLessThanOrEqual(1);
        expect(shortestRepeat()).toBeGreaterThanOrEqual(LEASE_MINUTES);
      }
    },
  );
});

/**
 * The shortest time in minutes between two mails with the same news to one member; infinite if
 * none.
 */
function shortestRepeat(): number {
  const times = world.told.flatMap((mail, index) =>
    world.told
      .slice(0, index)
      .filter(({ to, titles }) => to === mail.to && titles.some((one) => mail.titles.includes(one)))
      .map(({ at }) => (mail.at - at) / 60_000),
  );
  return Math.min(Infinity, ...times);
}
