import type { Json, Resource } from '../../resource.ts';
import type { InvokeLambda, RunTask } from './tasks.ts';

export interface StatesOptions {
  /** All resources of the assembly; the state machines among them are run. */
  resources: Resource[];
  port: number;
  /** Where `executions.jsonl` is kept. */
  dir: string;
  invokeLambda: InvokeLambda;
  runTask: RunTask;
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

/** Runs the state machines of the template behind the Step Functions API. */
export async function startStates(_options: StatesOptions): Promise<States> {
  throw new Error('being written');
}
