import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { credentials } from '../../lib/aws.ts';
import { refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Json } from '../../lib/resource.ts';
import { functionArn } from '../cloudformation/identities.ts';
import type { DeployedResource } from '../cloudformation/resolveStacks.ts';
import type { Measurement } from '../cloudwatch/metric.ts';
import type { AccessKey } from '../iam/accessKeys.ts';
import { AwsError } from '../protocol/awsError.ts';
import { environmentOf } from './environmentOf.ts';
import { readEventPolicies } from './eventPolicies.ts';
import { createEventQueue } from './eventQueue.ts';
import { createFunctionPool, type FunctionPool } from './functionPool.ts';
import { measurePool } from './measurePool.ts';
import { readFunction } from './readFunction.ts';
import type { Configurable } from './serveConfiguration.ts';
import { serveInvokeApi } from './serveInvokeApi.ts';

export interface LambdaOptions {
  /** All resources of the assembly; the functions among them are run. */
  resources: DeployedResource[];
  assetPath(objectKey: string): string;
  /** `AWS_ENDPOINT_URL_…` and the like, given to every function. */
  endpoints: { [variable: string]: string };
  /** The key of a role, with which its functions sign; the administrator's by default. */
  keyOf?: (roleArn: string | undefined) => AccessKey;
  port: number;
  /** Logs are kept below `<dir>/logs`, one file for each function. */
  dir: string;
  log: (line: string) => void;
  /** Takes what CloudWatch counts of invocations and reads in logs. */
  measure?: (measurements: Measurement[]) => void;
  /** Milliseconds before an event is tried again after a failure; Lambda's own by default. */
  pauses?: readonly number[];
}

export interface Lambda {
  url: string;
  /**
   * Runs a function and gives its answer. Rejects with FunctionError when the function fails, with
   * an AwsError named as Step Functions knows it when there is no such function.
   */
  invoke(nameOrArn: string, payload: Json): Promise<Json>;
  /**
   * Takes an event for a function, which runs in the background, twice more when it fails unless its
   * `AWS::Lambda::EventInvokeConfig` says otherwise. Rejects as `invoke` does when there is no such function.
   */
  invokeLater(nameOrArn: string, payload: Json): Promise<void>;
  stop(): Promise<void>;
}

/** Runs the functions of the template, each in processes of its own. */
export async function startLambda(options: LambdaOptions): Promise<Lambda> {
  const logs = join(options.dir, 'logs');
  mkdirSync(logs, { recursive: true });
  const pools = new Map<string, FunctionPool & Configurable & { logFile: string }>();
  for (const resource of options.resources) {
    refuseOtherVersions(resource);
    if (resource.type !== 'AWS::Lambda::Function') continue;
    const fn = readFunction(resource, options.assetPath);
    if (fn === undefined) continue;
    const logFile = join(logs, `${fn.name}.log`);
    const { name, arn } = fn;
    const key = options.keyOf?.(fn.role) ?? credentials;
    let variables = fn.environment;
    const pool = createFunctionPool(fn, environmentOf(fn, options.endpoints, key), logFile);
    const measured = measurePool(pool, { name, logFile }, options.measure ?? (() => {}));
    pools.set(arn, {
      ...measured,
      ...{ name, arn, logFile },
      variables: () => variables,
      setVariables: (next) => {
        variables = next;
        pool.configure(environmentOf({ ...fn, environment: next }, options.endpoints, key));
      },
    });
  }

  const policies = readEventPolicies(options.resources);
  const queue = createEventQueue(options.log, options.pauses);
  const find = (nameOrArn: string) => {
    const arn = functionArn(nameOrArn);
    const pool = pools.get(arn);
    if (pool === undefined) {
      throw new AwsError('Lambda.ResourceNotFoundException', `Function not found: ${arn}`, 404);
    }
    const { invoke, name } = pool;
    const enqueue = (payload: string, id?: string) =>
      queue.add(() => invoke(payload, id), name, policies.get(arn));
    return { ...pool, enqueue };
  };
  const api = await serveInvokeApi(options.port, find, options.log);
  return {
    url: api.url,
    async invoke(nameOrArn, payload) {
      return JSON.parse(await find(nameOrArn).invoke(JSON.stringify(payload)));
    },
    async invokeLater(nameOrArn, payload) {
      find(nameOrArn).enqueue(JSON.stringify(payload));
    },
    async stop() {
      queue.stop();
      for (const pool of pools.values()) pool.stop();
      await api.stop();
    },
  };
}

/** Every version and alias runs the one code that the template has. */
function refuseOtherVersions(resource: DeployedResource): void {
  if (resource.type === 'AWS::Lambda::Version') {
    const harmless = ['CodeSha256', 'Description', 'ProvisionedConcurrencyConfig', 'RuntimePolicy'];
    refuseUnknownProperties(resource, ['FunctionName'], harmless);
  }
  if (resource.type === 'AWS::Lambda::Alias') {
    const honoured = ['FunctionName', 'FunctionVersion', 'Name'];
    refuseUnknownProperties(resource, honoured, ['Description', 'ProvisionedConcurrencyConfig']);
  }
}
