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
  /** The `AWS::AppSync::*` resources of one API. */
  resources: Resource[];
  /** 0 for any free port. */
  port: number;
  readAsset: ReadAsset;
  /** The Data API. Its errors become `ctx.error`. */
  executeStatement: ExecuteStatement;
  /** Returns a function's answer to a payload; errors become `ctx.error` or reject a caller. */
  invokeLambda: InvokeLambda;
  /** The permitted signers, by access key id. */
  signers: Record<string, Signer>;
  /** The time limit of one request; AppSync's 30 seconds by default. */
  executionMilliseconds?: number;
  /** Remembers which code an earlier start accepted. */
  keep?: Keep;
  log: (line: string) => void;
}

export interface RunningAppSync {
  /** The URL for queries and mutations. */
  url: string;
  /** The URL of the WebSocket. */
  realtimeUrl: string;
  /** Reloads the code of all resolvers and functions. */
  reload(): Promise<Reloaded>;
  stop(): Promise<void>;
}

/**
 * Runs a GraphQL API as the template describes it. Throws, naming what AppSync would reject or what
 * is not emulated.
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
