import { randomUUID } from 'node:crypto';
import { AwsError } from '../../protocol/awsError.ts';
import type { StateMachine } from '../definition/stateMachine.ts';
import type { ExecutionRecord } from '../history/executionRecord.ts';
import { History, type HistoryEvent, shortHistory } from '../history/history.ts';
import type { Runners } from '../language/tasks.ts';
import type { Execution } from './execution.ts';
import {
  appendExecution,
  REMEMBERED,
  reopenExecutions,
  rewriteExecutions,
} from './executionLog.ts';
import { KeptHistories } from './keptHistories.ts';
import { runExecution } from './runExecution.ts';
import { checkInput, checkName } from './validateStart.ts';

/**
 * Rewrite the file after this many additional lines (4 MB): polling the shop every second adds 80
 * MB a day.
 */
const LINES_AT_MOST = 10_000;

/** All known executions; starts new ones. */
export class Executions {
  readonly #file: string;
  readonly #runners: Runners;
  readonly #log: (line: string) => void;
  readonly #tell: (record: ExecutionRecord) => void;
  readonly #byArn = new Map<string, Execution>();
  /** The ARNs of ended executions, oldest first, by state machine. */
  readonly #ended = new Map<string, string[]>();
  readonly #histories = new KeptHistories();
  readonly #linesAtMost: number;
  #lines = 0;

  constructor(
    file: string,
    runners: Runners,
    log: (line: string) => void,
    linesAtMost: number = LINES_AT_MOST,
    tell: (record: ExecutionRecord) => void = () => {},
  ) {
    this.#file = file;
    this.#linesAtMost = linesAtMost;
    this.#runners = runners;
    this.#log = log;
    this.#tell = tell;
    for (const record of reopenExecutions(file, log)) {
      this.#byArn.set(record.arn, { record, history: undefined, run: undefined });
      this.#remember(record);
    }
  }

  /**
   * Starts an execution. Rejects a name already used, unless that execution is still running with
   * the same input.
   */
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
    const history = new History();
    const execution: Execution = { record, history, run: undefined };
    this.#byArn.set(arn, execution);
    this.#tell(record);
    execution.run = runExecution(machine, record, history, this.#runners, () =>
      this.#end(execution),
    );
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
    execution.run = undefined;
    if (record.status !== 'SUCCEEDED') {
      const { name, stateMachineArn, status, error = '', cause = '' } = record;
      this.#log(`${stateMachineArn.split(':').at(-1)} ${name}: ${status} ${error} ${cause}`);
    }
    this.#histories.keep(execution);
    this.#remember(record);
    this.#tell(record);
    try {
      this.#write(record);
    } catch (error) {
      // No caller is waiting for this end. After a restart the execution counts as aborted.
      this.#log(`${record.arn}: its end is not kept: ${error}`);
    }
  }

  #write(record: ExecutionRecord): void {
    appendExecution(this.#file, record);
    this.#lines += 2;
    if (this.#lines <= this.#linesAtMost) return;
    const records = [...this.#byArn.values()].map((one) => one.record);
    rewriteExecutions(this.#file, records);
    this.#lines = 0;
  }

  #remember({ stateMachineArn, arn }: ExecutionRecord): void {
    const ended = this.#ended.get(stateMachineArn) ?? [];
    this.#ended.set(stateMachineArn, ended);
    ended.push(arn);
    if (ended.length > REMEMBERED) this.#byArn.delete(ended.shift() ?? '');
  }
}

/**
 * The full history of an execution if it is still in memory; otherwise its first and last events.
 */
export function historyOf({ record, history }: Execution): HistoryEvent[] {
  return history?.events ?? shortHistory(record);
}
