import { join } from 'node:path';
import type { Keep } from '../../lib/keptResults.ts';
import type { Json, Resource } from '../../lib/resource.ts';
import { serveAwsJson } from '../protocol/serveAwsJson.ts';
import { loadStateMachine } from './definition/stateMachine.ts';
import { Executions } from './executions/executions.ts';
import type { ExecutionRecord } from './history/executionRecord.ts';
import type { InvokeLambda, RunTask } from './language/tasks.ts';
import { findMachine, operationsOf } from './operations.ts';

export interface StatesOptions {
  /** All resources of the assembly; its state machines are run. */
  resources: Resource[];
  port: number;
  /** The directory of `executions.jsonl`. */
  dir: string;
  invokeLambda: InvokeLambda;
  runTask: RunTask;
  /** A factor for the waits before retries, for tests that let many steps fail; 1 if omitted. */
  retryPace?: number;
  /** Remembers which definitions an earlier start found valid. */
  keep?: Keep;
  /** Called when an execution begins and when it ends. */
  tell?: (record: ExecutionRecord) => void;
  log: (line: string) => void;
}

export interface States {
  url: string;
  /**
   * Starts an execution as StartExecution does and returns its ARN immediately. Throws the API's
   * errors.
   */
  startExecution(stateMachineArn: string, input: Json, name?: string): Promise<string>;
  /** Resolves when no execution is running. */
  idle(): Promise<void>;
  /** Aborts running executions as StopExecution would. */
  stop(): Promise<void>;
}

/**
 * Serves the template's state machines through the Step Functions API (AWS JSON 1.0). Rejects what
 * is not emulated, naming it: features of a state machine here, API operations when they are
 * called.
 */
export async function startStates(options: StatesOptions): Promise<States> {
  const loaded = options.resources
    .filter(({ type }) => type === 'AWS::StepFunctions::StateMachine')
    .map((resource) => loadStateMachine(resource, options.keep));
  const machines = new Map(loaded.map((machine) => [machine.arn, machine]));
  const executions = new Executions(
    join(options.dir, 'executions.jsonl'),
    options,
    options.log,
    undefined,
    options.tell,
  );
  const { url, stop } = await serveAwsJson({
    port: options.port,
    version: '1.0',
    target: 'AWSStepFunctions',
    operations: operationsOf(machines, executions),
    log: options.log,
  });
  const idle = async () => {
    await Promise.all(executions.running().map(({ run }) => run?.ended));
  };
  return {
    url,
    startExecution: async (arn, input, name) =>
      executions.start(findMachine(machines, arn), JSON.stringify(input), name).record.arn,
    idle,
    stop: async () => {
      await stop();
      for (const { run } of executions.running())
        run?.abort(undefined, 'the local stack was stopped');
      await idle();
    },
  };
}
