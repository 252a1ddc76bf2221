import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Json } from '../../lib/resource.ts';
import { functionArn } from '../cloudformation/identities.ts';
import type { DeployedResource } from '../cloudformation/resolveStacks.ts';
import { AwsError } from '../protocol/awsError.ts';
import { readEventPolicies } from './eventPolicies.ts';
import { createEventQueue } from './eventQueue.ts';
import { readFunction } from './readFunction.ts';
import { serveInvokeApi } from './serveInvokeApi.ts';
import { type FunctionSurroundings, type RunningFunction, startFunction } from './startFunction.ts';

export interface LambdaOptions extends FunctionSurroundings {
  /** All resources of the assembly; its functions are run. */
  resources: DeployedResource[];
  assetPath(objectKey: string): string;
  port: number;
  /** Logs go to `<dir>/logs`, one file per function. */
  dir: string;
  log: (line: string) => void;
  /** Milliseconds before an event is retried after a failure; Lambda's own by default. */
  pauses?: readonly number[];
  /** The first port for debuggers, one port per function; none if omitted. */
  inspectFrom?: number | undefined;
}

/** Where a debugger can attach to a function. */
export interface Inspector {
  port: number;
  /** The function's code. */
  directory: string;
}

export interface Lambda {
  url: string;
  /**
   * Runs a function and returns its answer. Rejects with FunctionError if the function fails, or
   * with an AwsError named as in Step Functions if it does not exist.
   */
  invoke(nameOrArn: string, payload: Json): Promise<Json>;
  /**
   * Queues an event for a function, which runs in the background and is retried twice unless its
   * `AWS::Lambda::EventInvokeConfig` says otherwise. Rejects as `invoke` does for an unknown
   * function.
   */
  invokeLater(nameOrArn: string, payload: Json): Promise<void>;
  /**
   * Detects functions whose files have changed and runs their later invocations from the new files.
   */
  reload(): string[];
  /** Where debuggers can attach. */
  inspectors: Inspector[];
  stop(): Promise<void>;
}

/** Runs the template's functions, each in its own processes. */
export async function startLambda(options: LambdaOptions): Promise<Lambda> {
  const { inspectFrom } = options;
  const logs = join(options.dir, 'logs');
  mkdirSync(logs, { recursive: true });
  const functions = new Map<string, RunningFunction>();
  for (const resource of options.resources) {
    refuseOtherVersions(resource);
    if (resource.type !== 'AWS::Lambda::Function') continue;
    const fn = readFunction(resource, options.assetPath);
    if (fn === undefined) continue;
    const inspectPort = inspectFrom === undefined ? undefined : inspectFrom + functions.size;
    functions.set(fn.arn, startFunction({ ...fn, inspectPort }, logs, options));
  }

  const policies = readEventPolicies(options.resources);
  const queue = createEventQueue(options.log, options.pauses);
  const find = (nameOrArn: string) => {
    const arn = functionArn(nameOrArn);
    const fn = functions.get(arn);
    if (fn === undefined) {
      throw new AwsError('Lambda.ResourceNotFoundException', `Function not found: ${arn}`, 404);
    }
    const { invoke, name } = fn;
    const enqueue = (payload: string, id?: string) =>
      queue.add(() => invoke(payload, id), name, policies.get(arn));
    return { ...fn, enqueue };
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
    inspectors: [...functions.values()].flatMap(({ directory, inspectPort: port }) =>
      port === undefined ? [] : [{ directory, port }],
    ),
    reload: () => [...functions.values()].filter((fn) => fn.reload()).map(({ name }) => name),
    async stop() {
      queue.stop();
      for (const fn of functions.values()) fn.stop();
      await api.stop();
    },
  };
}

/** Every version and alias runs the template's single code. */
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
