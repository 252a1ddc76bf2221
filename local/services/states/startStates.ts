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
  /** All resources of the assembly; the state machines among them are run. */
  resources: Resource[];
  port: number;
  /** Where `executions.jsonl` is kept. */
  dir: string;
  invokeLambda: InvokeLambda;
  runTask: RunTask;
  /** A part of the waits before retries, for tests that let many steps fail; all of them when left out. */
  retryPace?: number;
  /** Knows which definitions were found valid in an earlier start. */
  keep?: Keep;
  /** Told of each execution when it begins and when it ends. */
  tell?: (record: ExecutionRecord) => void;
  log: (line: string) => void;
}

export interface States {
  url: string;
  /** Starts an execution as StartExecution does and returns its ARN at once. Throws what the API would answer. */
  startExecution(stateMachineArn: string, input: Json, name?: string): Promise<string>;
  /** Resolves when no execution is running any more. */
  idle(): Promise<void>;
  /** Running executions are aborted, as StopExecution would. */
  stop(): Promise<void>;
}

/**
 * Runs the state machines of the template behind the Step Functions API (AWS JSON 1.0).
 * What of them or of the API is not emulated is refused by name: of them at this call, of the API on its call.
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
