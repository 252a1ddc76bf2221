import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpointsOf } from '../../../local/lib/endpoints.ts';
import { type Ports, reservePorts } from '../../../local/lib/ports.ts';
import type { Json } from '../../../local/lib/resource.ts';
import { GRAPHQL } from '../../../local/services/appsync/callers/fieldPolicy.ts';
import { startAppSync } from '../../../local/services/appsync/startAppSync.ts';
import { issueKeys, type Keys } from '../../../local/services/iam/accessKeys.ts';
import { readRoles } from '../../../local/services/iam/readRoles.ts';
import { createDataApi, type DataApi } from '../../../local/services/rds-data/createDataApi.ts';
import { startRdsData } from '../../../local/services/rds-data/startRdsData.ts';
import { openSecretStore } from '../../../local/services/secretsmanager/secretStore.ts';
import { startStates } from '../../../local/services/states/startStates.ts';
import { createCleanup } from '../../../local/stack/cleanup.ts';
import { writeStackFile } from '../../../local/stack/describeStack.ts';
import { openDatabases } from '../../../local/stack/openDatabases.ts';
import { type Backends, startBackends } from '../../../local/stack/startBackends.ts';
import { createSteps } from '../../../local/stack/startSteps.ts';
import { copyAssembly } from '../../../local/stack/stateDirectory.ts';
import { type ResolvedTemplate, readTemplate } from '../../../local/stack/template.ts';
import { assembly, buildAssembly } from '../../../tools/build/buildAssembly.ts';
import { demoOperator } from '../../../tools/shop/members.ts';
import { shopDatabase, shopParameters } from '../../../tools/shop/shopDatabase.ts';
import { describeShinkan } from '../../../tools/stack/describeShinkan.ts';
import { readStack } from '../../../tools/stack/stack.ts';
import { copyFilledDatabases } from '../privateDatabases.ts';
import { openDoor } from './openDoor.ts';
import { startServer } from './startServer.ts';

/** What the workflow calls: the container, or a function by the end of its construct's name. */
export type Part = 'Stage' | 'Guard' | 'Merge' | 'Preview' | 'Discard' | 'Publish' | 'Tell';

/** Called when each part begins and ends; what it throws becomes the part's failure. */
export type Watch = (part: Part, moment: 'before' | 'after') => Promise<void> | void;

/**
 * Retries wait a thousandth of their time: 30 s to 4 minutes become 30 ms to a quarter of a second.
 */
const RETRY_PACE = 0.001;

/** A transaction whose function has died ends after one second; on AWS after three minutes. */
const IDLE_SECONDS = 1;

/**
 * Runs the ingest parts of the synthesized template in this process, with short waits and a proxy
 * in front of the Data API through which the container and the functions call it. There is no
 * schedule: only the test starts anything.
 */
export async function startIngest() {
  const dir = mkdtempSync(join(tmpdir(), 'shinkan-kills-'));
  const cleanup = createCleanup();
  cleanup.add('the directory', () => rmSync(dir, { recursive: true, force: true }));
  try {
    await buildAssembly(() => undefined);
    return await start(dir, cleanup);
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

export type RunningIngest = Awaited<ReturnType<typeof start>>;

async function start(dir: string, cleanup: ReturnType<typeof createCleanup>) {
  const log = () => undefined;
  const { running } = createSteps(cleanup, log);
  const ports = await reservePorts(0);
  cleanup.add('the ports', ports.releaseAll);
  const secrets = openSecretStore(join(dir, 'secrets.json'));
  const template = readStackTemplate(copyAssembly(assembly, dir), ports, secrets);

  await copyFilledDatabases(dir);
  const server = running('the database server', await startServer(dir));
  const resources = [...template.resources, ...template.ignored('AWS::RDS::DBInstance')];
  const external = { databases: [shopDatabase], secrets };
  const clusters = await openDatabases(server, resources, external, log);
  const dataApi = createDataApi(clusters, { idleSeconds: IDLE_SECONDS });
  const rdsData = running('the Data API', await startRdsData(dataApi, 0, log));
  const door = running('the door', await openDoor(await ports.use('rdsData'), rdsData.url, log));

  const keys = issueKeys(readRoles(template.resources, GRAPHQL));
  const backends = await startBackends({ template, ports, keys, dir, log, running });
  const { signers } = keys;
  running('AppSync', await startApi(template, ports, backends, { dataApi, signers }));
  const watched: Watched = { watch: undefined, working: new Set() };
  const states = await startStates({
    resources: template.resources,
    port: await ports.use('states'),
    dir,
    ...watchParts(backends, watched),
    retryPace: RETRY_PACE,
    log,
  });
  running('Step Functions', states);
  await ports.releaseAll();

  const endpoints = endpointsOf(ports);
  const parts = { template, endpoints, keys, socketPath: server.socketPath };
  writeStackFile(dir, describeShinkan(parts, { operator: demoOperator, members: [] }));
  const stack = readStack(dir);

  return {
    stack,
    dir,
    door,
    dataApi,
    server,
    /** Watches the parts of the workflow from now on. */
    watchParts(watch: Watch | undefined) {
      watched.watch = watch;
    },
    /** Waits for functions that continue although their execution was stopped. */
    async functionsAtRest() {
      while (watched.working.size > 0) await Promise.allSettled(watched.working);
    },
    stop: cleanup.run,
  };
}

function readStackTemplate(
  copy: string,
  ports: Ports,
  secrets: ReturnType<typeof openSecretStore>,
) {
  const addresses = endpointsOf(ports);
  const parameters = {
    SiteUrl: addresses.web,
    ...shopParameters,
    ShopName: '見本書店',
    MailFrom: 'shinkan@shop.example',
    ShopAddress: '〒101-0051 東京都千代田区神田神保町0-0-0 見本書店',
    ShopContact: 'https://shop.example/contact',
  };
  return readTemplate(copy, { parameters, addresses }, secrets);
}

async function startApi(
  { resources, assembly: { assetPath } }: ResolvedTemplate,
  ports: Ports,
  { lambda }: Backends,
  { dataApi, signers }: { dataApi: DataApi; signers: Keys['signers'] },
) {
  return startAppSync({
    resources: resources.filter(({ type }) => type.startsWith('AWS::AppSync::')),
    port: await ports.use('appsync'),
    readAsset: (_bucket, key) => readFile(assetPath(key), 'utf8'),
    executeStatement: dataApi.executeStatement,
    invokeLambda: lambda.invoke,
    signers,
    log: () => undefined,
  });
}

interface Watched {
  watch: Watch | undefined;
  /** The work in progress. */
  working: Set<Promise<unknown>>;
}

/** The runners of the workflow, which notify the watcher. */
function watchParts({ lambda, ecs }: Backends, watched: Watched) {
  const around = async <T>(part: Part, work: () => Promise<T>): Promise<T> => {
    await watched.watch?.(part, 'before');
    const working = work();
    watched.working.add(working);
    const answer = await working.finally(() => watched.working.delete(working));
    await watched.watch?.(part, 'after');
    return answer;
  };
  return {
    invokeLambda: (name: string, payload: Json) =>
      around(partOf(name), () => lambda.invoke(name, payload)),
    runTask: (request: Parameters<typeof ecs.runTask>[0], signal: AbortSignal) =>
      around('Stage', () => ecs.runTask(request, signal)),
  };
}

const FUNCTIONS: readonly (readonly [Part, RegExp])[] = [
  ['Guard', /IngestGuard/],
  ['Merge', /IngestMerge/],
  ['Preview', /IngestPreview/],
  ['Discard', /IngestDiscard/],
  ['Publish', /ReleasePublish/],
  ['Tell', /TellOperator/],
];

function partOf(functionArn: string): Part {
  const found = FUNCTIONS.find(([, name]) => name.test(functionArn));
  if (found) return found[0];
  throw new Error(`${functionArn} is no function of the ingest workflow`);
}
