import { randomUUID } from 'node:crypto';
import { AwsError } from '../protocol/awsError.ts';
import type { Execution, ExecutionRecord } from './execution.ts';
import {
  appendExecution,
  REMEMBERED,
  reopenExecutions,
  rewriteExecutions,
} from './executionLog.ts';
import { shortHistory } from './history.ts';
import { runExecution } from './runExecution.ts';
import type { StateMachine } from './stateMachine.ts';
import type { Runners } from './taskHandlers.ts';
import { checkInput, checkName } from './validateStart.ts';

/** How many finished executions of one state machine keep their whole history in memory. */
const WITH_HISTORY = 200;

/** After so many more lines (4 MB) the file is written anew: a look at the shop every second adds 80 MB a day. */
const LINES_AT_MOST = 10_000;

/** All executions that are known, and the way to start one. */
export class Executions {
  readonly #file: string;
  readonly #runners: Runners;
  readonly #log: (line: string) => void;
  readonly #byArn = new Map<string, Execution>();
  readonly #ended = new Map<string, Execution[]>();
  readonly #linesAtMost: number;
  #lines = 0;

  constructor(
    file: string,
    runners: Runners,
    log: (line: string) => void,
    linesAtMost: number = LINES_AT_MOST,
  ) {
    this.#file = file;
    this.#linesAtMost = linesAtMost;
    this.#runners = runners;
    this.#log = log;
    for (const record of reopenExecutions(file, log)) {
      const execution = { record, history: [], abort: () => {}, ended: Promise.resolve() };
      this.#byArn.set(record.arn, execution);
      this.#remember(execution);
    }
  }

  /** Starts an execution. A used name is refused, unless that one is still running with the same input. */
  start(machine: StateMachine, input: string, name: string = randomUUID()): Execution {
    checkName(name);
    checkInput(input);
    const arn = `${machine.arn.replace(':stateMachine:', ':execution:')}:${name}`;
    const earlier = this.#byArn.get(arn);
    if (earlier) {
      if (earlier.record.status === 'RUNNING' && earlier.record.input === input) return earlier;
      throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    }
    const record: ExecutionRecord = {
      arn,
      stateMachineArn: machine.arn,
      name,
      input,
      status: 'RUNNING',
      startedAt: Date.now(),
    };
    appendExecution(this.#file, record);
    const execution = runExecution(machine, record, this.#runners, (ended) => this.#end(ended));
    this.#byArn.set(arn, execution);
    return execution;
  }

  find(arn: unknown): Execution {
    const execution = this.#byArn.get(String(arn));
    if (execution) return execution;
    throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  }

  /** The executions of one state machine, newest first. */
  list(stateMachineArn: string): ExecutionRecord[] {
    return [...this.#byArn.values()]
      .map(({ record }) => record)
      .filter((record) => record.stateMachineArn === stateMachineArn)
      .reverse();
  }

  running(): Execution[] {
    return [...this.#byArn.values()].filter(({ record }) => record.status === 'RUNNING');
  }

  #end(execution: Execution): void {
    const { record } = execution;
    appendExecution(this.#file, record);
    if (record.status !== 'SUCCEEDED') {
      const { name, stateMachineArn, status, error = '', cause = '' } = record;
      this.#log(`${stateMachineArn.split(':').at(-1)} ${name}: ${status} ${error} ${cause}`);
    }
    this.#remember(execution);
    this.#lines += 2;
    if (this.#lines > this.#linesAtMost) this.#rewrite();
  }

  #rewrite(): void {
    const records = [...this.#byArn.values()].map(({ record }) => record);
    rewriteExecutions(this.#file, records);
    this.#lines = 0;
  }

  #remember(execution: Execution): void {
    const { stateMachineArn } = execution.record;
    const ended = this.#ended.get(stateMachineArn) ?? [];
    this.#ended.set(stateMachineArn, ended);
    ended.push(execution);
    const old = ended.at(-1 - WITH_HISTORY);
    if (old) old.history = [];
    if (ended.length > REMEMBERED) this.#byArn.delete(ended.shift()?.record.arn ?? '');
  }
}

/** The whole history of an execution if it is still in memory, else its beginning and end. */
export function historyOf({ record, history }: Execution) {
  return history.length > 0 ? history : shortHistory(record);
}
