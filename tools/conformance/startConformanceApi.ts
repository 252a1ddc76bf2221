import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { credentials } from '../../local/lib/aws.ts';
import { type RunningAppSync, startAppSync } from '../../local/services/appsync/startAppSync.ts';
import { readAssembly } from '../../local/services/cloudformation/readAssembly.ts';
import {
  type DeployedResource,
  resolveStacks,
} from '../../local/services/cloudformation/resolveStacks.ts';
import { issueKeys } from '../../local/services/iam/accessKeys.ts';
import { handler } from './api/authorizer/index.mjs';
import { signWith } from './signWith.ts';
import type { Address, TargetSettings } from './target.ts';

export interface LocalTarget {
  settings: TargetSettings;
  stop(): Promise<void>;
}

/** Runs the conformance API's deployed template on the local AppSync. */
export async function startConformanceApi(log: (line: string) => void): Promise<LocalTarget> {
  const outdir = mkdtempSync(join(tmpdir(), 'conformance-'));
  const running: RunningAppSync[] = [];
  const stop = async () => {
    for (const api of running) await api.stop();
    rmSync(outdir, { recursive: true, force: true });
  };
  try {
    synthesize(outdir);
    const assembly = readAssembly(outdir);
    const { resources } = resolveStacks(assembly, {
      parameters: {},
      // The conformance API outputs its own addresses; nothing in it refers to these.
      addresses: {
        graphql: 'http://127.0.0.1:1/graphql',
        realtime: 'ws://127.0.0.1:1/graphql/realtime',
        web: 'http://127.0.0.1:1',
      },
      secret: (reference) => {
        throw new Error(`the conformance API has no secret ${reference}`);
      },
    });
    const readAsset = (_bucket: string, key: string) => readFile(assembly.assetPath(key), 'utf8');
    const start = async (name: string): Promise<Address> => {
      const own = resourcesOf(resources, name);
      const api = await startAppSync({ resources: own, port: 0, readAsset, ...backends, log });
      running.push(api);
      return { endpoint: api.url, apiKey: keyOf(own) };
    };
    const open = await start('Open');
    const closed = await start('Closed');
    const { endpoint: guarded } = await start('Guarded');
    return {
      settings: { ...open, closed, guarded, sign: signWith(credentials), settle: 150 },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Synthesizes as `cdk deploy` does, but without the slow validation of templates. */
function synthesize(outdir: string): void {
  const app = join(import.meta.dirname, 'api/app.ts');
  const env = { ...process.env, CDK_OUTDIR: outdir, CDK_VALIDATION: 'false' };
  const done = spawnSync(process.execPath, [app], { env, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${app} did not synthesize:\n${done.stderr}`);
}

const nothing = async (): Promise<never> => {
  throw new Error('the conformance API has data sources of the kind NONE only');
};

const backends = {
  executeStatement: nothing,
  // The deployed code itself; what runs it is no question of AppSync.
  invokeLambda: async (_: string, event: unknown) => handler(event),
  signers: issueKeys([]).signers,
};

/** The resources of the one API among two whose name ends so. */
function resourcesOf(resources: DeployedResource[], name: string): DeployedResource[] {
  const api = resources.find(
    ({ type, properties }) =>
      type === 'AWS::AppSync::GraphQLApi' && String(properties.Name).endsWith(`-${name}`),
  );
  if (api === undefined) throw new Error(`the template has no API named ${name}`);
  const { ApiId } = api.attributes;
  return resources.filter((one) => one === api || one.properties.ApiId === ApiId);
}

function keyOf(resources: DeployedResource[]): string {
  const key = resources.find(({ type }) => type === 'AWS::AppSync::ApiKey');
  return String(key?.attributes.ApiKey);
}
