import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { credentials } from '../../lib/aws.ts';
import type { Measurement } from '../../lib/metric.ts';
import type { AccessKey } from '../iam/accessKeys.ts';
import { environmentOf } from './environmentOf.ts';
import { createFunctionPool, type FunctionPool, type PoolBounds } from './functionPool.ts';
import { measurePool } from './measurePool.ts';
import type { LambdaFunction } from './readFunction.ts';
import type { Configurable } from './serveConfiguration.ts';

const DAY = 86_400;

/** Debugging a halted function takes time; a second process would run past the breakpoints. */
const DEBUGGED: PoolBounds = { idleMilliseconds: 60_000, initSeconds: DAY, mostProcesses: 1 };

/** A function that can be invoked, configured and reloaded. */
export interface RunningFunction extends FunctionPool, Configurable {
  logFile: string;
  directory: string;
  inspectPort: number | undefined;
  /**
   * Whether its files have changed since the start or the last call; if so, later invocations run
   * the new ones.
   */
  reload(): boolean;
}

/** What a function needs from the stack. */
export interface FunctionSurroundings {
  /** `AWS_ENDPOINT_URL_…` and the like, given to every function. */
  endpoints: { [variable: string]: string };
  /** The key of a role, with which its functions sign; the administrator's by default. */
  keyOf?: (roleArn: string | undefined) => AccessKey;
  /** Called with the metrics of invocations and those found in logs. */
  measure?: (measurements: Measurement[]) => void;
}

/** Prepares a function for invocation; its log is below `logs`. */
export function startFunction(
  fn: LambdaFunction,
  logs: string,
  { endpoints, keyOf, measure }: FunctionSurroundings,
): RunningFunction {
  const { name, arn, directory, inspectPort } = fn;
  const logFile = join(logs, `${name}.log`);
  const key = keyOf?.(fn.role) ?? credentials;
  let variables = fn.environment;
  let changed = lastChange(directory);
  const environment = () => environmentOf({ ...fn, environment: variables }, endpoints, key);
  const pool =
    inspectPort === undefined
      ? createFunctionPool(fn, environment(), logFile)
      : createFunctionPool({ ...fn, timeoutSeconds: DAY }, environment(), logFile, DEBUGGED);
  return {
    ...measurePool(pool, { name, logFile }, measure ?? (() => {})),
    ...{ name, arn, logFile, directory, inspectPort },
    variables: () => variables,
    setVariables(next) {
      variables = next;
      pool.configure(environment());
    },
    reload() {
      const now = lastChange(directory);
      if (now === changed) return false;
      changed = now;
      pool.configure(environment());
      return true;
    },
  };
}

/** The last modification time of any file below the directory, in milliseconds. */
function lastChange(directory: string): number {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return Math.max(0, ...names.map((name) => statSync(join(directory, name)).mtimeMs));
}
