import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../resource.ts';
import { functionArn } from '../cloudformation/identities.ts';
import type { DeployedResource } from '../cloudformation/resolveStacks.ts';
import { AwsError } from '../protocol/awsError.ts';
import { environmentOf } from './environmentOf.ts';
import { createFunctionPool, type FunctionPool } from './functionPool.ts';
import { readFunction } from './readFunction.ts';
import { serveInvokeApi } from './serveInvokeApi.ts';

export interface LambdaOptions {
  /** All resources of the assembly; the functions among them are run. */
  resources: DeployedResource[];
  assetPath(objectKey: string): string;
  /** `AWS_ENDPOINT_URL_…` and the like, given to every function. */
  endpoints: { [variable: string]: string };
  port: number;
  /** Logs are kept below `<dir>/logs`, one file for each function. */
  dir: string;
  log: (line: string) => void;
}

export interface Lambda {
  url: string;
  /**
   * Runs a function and gives its answer. Rejects with FunctionError when the function fails, with
   * an AwsError named as Step Functions knows it when there is no such function.
   */
  invoke(nameOrArn: string, payload: Json): Promise<Json>;
  stop(): Promise<void>;
}

/** Runs the functions of the template, each in processes of its own. */
export async function startLambda(options: LambdaOptions): Promise<Lambda> {
  const logs = join(options.dir, 'logs');
  mkdirSync(logs, { recursive: true });
  const pools = new Map<string, FunctionPool>();
  for (const resource of options.resources) {
    if (resource.type !== 'AWS::Lambda::Function') continue;
    const fn = readFunction(resource, options.assetPath);
    if (fn === undefined) continue;
    const logFile = join(logs, `${fn.name}.log`);
    pools.set(fn.arn, createFunctionPool(fn, environmentOf(fn, options.endpoints), logFile));
  }

  const invokeText = (nameOrArn: string, payload: string) => {
    const arn = functionArn(nameOrArn);
    const pool = pools.get(arn);
    if (pool !== undefined) return pool.invoke(payload);
    throw new AwsError('Lambda.ResourceNotFoundException', `Function not found: ${arn}`, 404);
  };
  const api = await serveInvokeApi(options.port, invokeText, options.log);
  return {
    url: api.url,
    async invoke(nameOrArn, payload) {
      return JSON.parse(await invokeText(nameOrArn, JSON.stringify(payload)));
    },
    async stop() {
      for (const pool of pools.values()) pool.stop();
      await api.stop();
    },
  };
}
