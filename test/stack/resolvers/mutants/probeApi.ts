import type { Json } from '../../../../local/lib/resource.ts';
import { Engine } from '../../../../local/services/appsync/answer/engine.ts';
import {
  type Authenticate,
  createAuthenticate,
} from '../../../../local/services/appsync/callers/authenticate.ts';
import {
  createDeniedFields,
  GRAPHQL,
} from '../../../../local/services/appsync/callers/fieldPolicy.ts';
import { Sandbox } from '../../../../local/services/appsync/code/sandbox.ts';
import { type Api, readApi } from '../../../../local/services/appsync/definition/api.ts';
import { createPublish } from '../../../../local/services/appsync/live/publish.ts';
import { attachRealtime } from '../../../../local/services/appsync/live/realtime.ts';
import { Subscriptions } from '../../../../local/services/appsync/live/subscriptions.ts';
import { createHttpHandler } from '../../../../local/services/appsync/serveHttp.ts';
import type { AccessKey } from '../../../../local/services/iam/accessKeys.ts';
import type { Statement } from '../../../../local/services/iam/readStatements.ts';
import { listen } from '../../../../local/services/protocol/listen.ts';
import { startIssuer } from '../../../../local/test/appsync/startIssuer.ts';
import { signWith } from '../../../../tools/conformance/signWith.ts';
import { type Askers, withToken } from '../matrix/askers.ts';
import { SDL } from '../matrix/fields.ts';
import { type DeployedApi, readDeployedApi } from './deployedApi.ts';
import { PROBE, probeSchema } from './probeSchema.ts';

/** The differences of an API from the deployed one. */
export interface Mutant {
  schema?: string;
  /** The code of a resolver or function that replaces the asset with this key. */
  code?: { key: string; code: string };
  /** The policies of a role. */
  policies?: { who: 'partner' | 'workflow'; statements: Statement[] };
}

/** The local AppSync with the schema, the resolvers and the roles of the deployed template. */
export interface ProbeApi {
  url: string;
  realtimeUrl: string;
  /** The contents of the template. */
  deployed: DeployedApi;
  askers: Askers;
  /** Switches the API to this mutant. */
  become(mutant: Mutant): Promise<void>;
  stop(): Promise<void>;
}

type Handle = ReturnType<typeof createHttpHandler>;

/** The parts of one running mutant. */
interface Running {
  engine: Engine;
  authenticate: Authenticate;
  subscriptions: Subscriptions;
  handle: Handle;
}

const silent = () => undefined;

/**
 * Runs the API alone, on a free port, with its own issuer. It has no database and no functions:
 * access is decided before either is called, and both return nothing.
 */
export async function startProbeApi(): Promise<ProbeApi> {
  const issuer = await startIssuer();
  let current: Running | undefined;
  const now = () => current as Running;
  const handle: Handle = (request, response) => now().handle(request, response);
  const listening = await listen(0, handle, silent, { anySite: true });
  const closeSockets = attachRealtime(listening.server, {
    get engine() {
      return now().engine;
    },
    get subscriptions() {
      return now().subscriptions;
    },
    authenticate: (request) => now().authenticate(request),
    log: silent,
  });
  const url = `${listening.url}/graphql`;
  const realtimeUrl = `${url.replace('http:', 'ws:')}/realtime`;
  const deployed = readDeployedApi({ web: issuer.url, graphql: url, realtime: realtimeUrl });
  const run = await createRun(deployed);
  current = await run({});
  return {
    url,
    realtimeUrl,
    deployed,
    askers: await openAskers(deployed, issuer.sign),
    async become(mutant) {
      current = await run(mutant);
    },
    async stop() {
      closeSockets();
      await Promise.all([listening.stop(), issuer.stop()]);
    },
  };
}

type Sign = Awaited<ReturnType<typeof startIssuer>>['sign'];

async function openAskers(deployed: DeployedApi, sign: Sign): Promise<Askers> {
  const signed = ({ sessionToken = '', ...key }: AccessKey) =>
    signWith(sessionToken === '' ? key : { ...key, sessionToken });
  const token = (claims: object) => sign({ expires: '1h', claims });
  return {
    nobody: async () => ({}),
    'API key': async () => ({ 'x-api-key': deployed.apiKey }),
    partner: signed(deployed.partner),
    workflow: signed(deployed.workflow),
    administrator: signed(deployed.administrator),
    'member A': withToken(await token({ name: 'A' })),
    'member B': withToken(await token({ name: 'B' })),
    operator: withToken(await token({ name: 'C', operator: true })),
  };
}

/** Returns a function that makes an API of a mutant. Common parts are made once. */
async function createRun(deployed: DeployedApi): Promise<(mutant: Mutant) => Promise<Running>> {
  const sandbox = new Sandbox();
  const read = (changed?: Mutant['code']) =>
    readApi(
      deployed.resources,
      async (_, key) => (key === changed?.key ? changed.code : deployed.readAsset(key)),
      sandbox,
    );
  const original = await read();
  const usual = authenticateFor(original, deployed);
  return async ({ schema = SDL, code, policies }) => {
    const { resolvers, ...settings } = code ? await read(code) : original;
    const api: Api = {
      ...settings,
      schema: probeSchema(schema),
      resolvers: withProbes(resolvers, schema),
    };
    const engine = new Engine(api, NOTHING, 30_000, silent);
    const authenticate = policies ? authenticateFor(original, deployed, policies) : usual;
    const subscriptions = new Subscriptions(engine, silent);
    const publish = createPublish(engine, subscriptions, silent);
    const handle = createHttpHandler(engine, authenticate, publish);
    return { engine, authenticate, subscriptions, handle };
  };
}

/** A database without a row, and functions that return an empty object. */
const NOTHING = {
  executeStatement: async () => ({ records: [], numberOfRecordsUpdated: 0 }),
  invokeLambda: async (): Promise<Json> => ({}),
};

/** The authentication, with the probes open to every role as well. */
function authenticateFor(
  original: Api,
  { signers, partner, workflow }: DeployedApi,
  policies?: Mutant['policies'],
): Authenticate {
  const engine = new Engine({ ...original, schema: probeSchema(SDL) }, NOTHING, 30_000, silent);
  const roles = { partner, workflow };
  const changed = policies && roles[policies.who].accessKeyId;
  const rights = Object.fromEntries(
    Object.entries(signers).map(([id, signer]) => {
      const own = id === changed ? policies?.statements : signer.statements;
      return [id, { ...signer, statements: [...(own ?? []), PROBING] }];
    }),
  );
  const deniedFields = createDeniedFields(original.apiId, engine.schema, rights);
  return createAuthenticate(
    original,
    { signers: rights, deniedFields },
    NOTHING.invokeLambda,
    silent,
  );
}

const PROBING: Statement = {
  effect: 'Allow',
  actions: [GRAPHQL],
  resources: [`arn:aws:appsync:*:*:apis/*/types/Query/fields/${PROBE}*`],
};

/** Each probe returns an empty object. */
function withProbes(resolvers: Api['resolvers'], schema: string): Api['resolvers'] {
  const run = () => ({ result: {}, stash: {}, skipTo: null });
  const probes = [...schema.matchAll(/^type (\w+)/gm)].map(([, type]) => {
    const name = `Query.${PROBE}${type}`;
    return [
      name,
      { kind: 'UNIT', name, code: { run }, dataSource: NONE, maxBatchSize: null },
    ] as const;
  });
  const known = probes.filter(([name]) => !/_(Query|Mutation|Subscription)$/.test(name));
  return new Map([...resolvers, ...known]);
}

const NONE = { name: 'NONE', type: 'NONE' } as const;
