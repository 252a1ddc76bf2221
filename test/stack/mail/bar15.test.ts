import { RDSDataClient } from '@aws-sdk/client-rds-data';
import { SESClient } from '@aws-sdk/client-ses';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { log } from '../../../mail/log.ts';
import { sesMailer } from '../../../mail/sesMailer.ts';
import { log as releaseLog } from '../../../release/log.ts';
import { signedGraphql } from '../../../release/signedGraphql.ts';
import {
  type ReleaseDatabases,
  type ReleaseServer,
  startReleaseServer,
} from '../../support/crashes/releaseDatabases.ts';
import { ReleaseWorld } from '../../support/crashes/releaseWorld.ts';
import {
  FAULTS,
  type Fault,
  type FaultyServices,
  startFaultyServices,
} from '../../support/faults/faultyServices.ts';
import { settings } from './privateOutbox.ts';

vi.setConfig({ testTimeout: 600_000 });

const LEASE_MINUTES = 15;
const aws = {
  region: 'ap-northeast-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};

let server: ReleaseServer;
let databases: ReleaseDatabases;
let services: FaultyServices;
let world: ReleaseWorld;

beforeAll(async () => {
  log.setLogLevel('SILENT');
  releaseLog.setLogLevel('SILENT');
  server = await startReleaseServer();
  databases = await server.prepare('release');
  services = await startFaultyServices({
    dataApi: server.dataApi,
    ses: (mail) => world.sesTakes(mail),
    api: () => world.theApiTakesAll(),
  });
});
afterAll(async () => {
  await services?.stop();
  await server?.stop();
});

/** Clients as the product makes them; SES is waited for a second in place of ten. */
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
 * Minute by minute, until nothing is left to do: an execution that fails is followed by the next; a
 * function that waits for an answer is ended when its time is over, and does nothing more.
 */
async function settleDown(
  call: string | null,
  fault: Fault,
  withEvents: boolean,
): Promise<string[]> {
  services.fail(call, fault);
  const failures: string[] = [];
  for (let minute = 0; minute < 90; minute += 1) {
    const ended = await Promise.race([
      world.release().catch((error: Error) => error),
      services.hanging().then(() => new Error('its time was over')),
    ]);
    if (ended === false) return failures;
    if (ended instanceof Error) {
      failures.push(`${ended.name}: ${ended.message}`);
      services.forgetHanging();
    }
    if (withEvents) await world.events();
    world.minutesPass(LEASE_MINUTES + 1);
  }
  throw new Error(`Not quiet after 90 minutes: ${failures.join('; ')}`);
}

describe('bar 15 faults', () => {
  it('dry', async () => {
    await aWorldThroughClients();
    const failures = await settleDown(null, 'reset', true);
    console.log(failures, [...new Set(services.calls)], await world.outcome());
  });
});
