import type { Keep } from '../../lib/keptResults.ts';
import type { Reloaded } from '../../lib/reloaded.ts';
import type { Resource } from '../../lib/resource.ts';
import type { Signer } from '../iam/accessKeys.ts';
import { listen } from '../protocol/listen.ts';
import { Engine } from './answer/engine.ts';
import { createAuthenticate } from './callers/authenticate.ts';
import { createDeniedFields } from './callers/fieldPolicy.ts';
import { Sandbox } from './code/sandbox.ts';
import { readApi } from './definition/api.ts';
import { reloadCode } from './definition/loadCode.ts';
import type { ReadAsset } from './definition/readCode.ts';
import { createPublish } from './live/publish.ts';
import { attachRealtime } from './live/realtime.ts';
import { Subscriptions } from './live/subscriptions.ts';
import { createHttpHandler } from './serveHttp.ts';
import type { InvokeLambda } from './sources/callLambda.ts';
import type { ExecuteStatement } from './sources/callRelationalDatabase.ts';
import { EXECUTION_MS } from './sources/deadline.ts';

export interface AppSyncOptions {
  /** The resources of one API, of the types `AWS::AppSync::*`. */
  resources: Resource[];
  /** 0 takes a free port. */
  port: number;
  readAsset: ReadAsset;
  /** The Data API. What it throws becomes `ctx.error`. */
  executeStatement: ExecuteStatement;
  /** Answers a function's payload; what it throws becomes `ctx.error`, or refuses a caller. */
  invokeLambda: InvokeLambda;
  /** Who may sign requests, by access key id. */
  signers: Record<string, Signer>;
  /** How long one request may take; AppSync's 30 seconds where nothing is said. */
  executionMilliseconds?: number;
  /** Knows which code was accepted in an earlier start. */
  keep?: Keep;
  log: (line: string) => void;
}

export interface RunningAppSync {
  /** The address for queries and mutations. */
  url: string;
  /** The address of the WebSocket. */
  realtimeUrl: string;
  /** Reads the code of all resolvers and functions again. */
  reload(): Promise<Reloaded>;
  stop(): Promise<void>;
}

/**
 * Runs a GraphQL API as the template describes it. Stops with an error that names what of the
 * template AppSync would not take, or what is not emulated here.
 */
export async function startAppSync(options: AppSyncOptions): Promise<RunningAppSync> {
  const { resources, port, readAsset, signers, invokeLambda, log } = options;
  const sandbox = new Sandbox(options.keep);
  const api = await readApi(resources, readAsset, sandbox);
  const engine = new Engine(api, options, options.executionMilliseconds ?? EXECUTION_MS, log);
  const deniedFields = createDeniedFields(api.apiId, engine.schema, signers);
  const authenticate = createAuthenticate(api, { signers, deniedFields }, invokeLambda, log);
  const subscriptions = new Subscriptions(engine, log);
  const publish = createPublish(engine, subscriptions, log);
  const handle = createHttpHandler(engine, authenticate, publish);
  const listening = await listen(port, handle, log, { anySite: true });
  const closeSockets = attachRealtime(listening.server, {
    engine,
    authenticate,
    subscriptions,
    log,
  });
  const { host } = new URL(listening.url);
  return {
    url: `http://${host}/graphql`,
    realtimeUrl: `ws://${host}/graphql/realtime`,
    reload: () => reloadCode(api.codes, sandbox),
    stop: () => {
      closeSockets();
      return listening.stop();
    },
  };
}
