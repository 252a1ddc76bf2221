import type { Execution } from './execution.ts';

/** How many ended executions of one state machine keep their full history in memory. */
const EXECUTIONS_AT_MOST = 200;

/**
 * Limits on the characters of data and the events in all kept histories together: about 100 MB at
 * worst.
 */
const CHARACTERS_AT_MOST = 32 * 1024 * 1024;
const EVENTS_AT_MOST = 100_000;

/**
 * Decides which ended executions keep their history: the latest ones, within limits of number and
 * size.
 */
export class KeptHistories {
  /** Oldest first. */
  readonly #kept: Execution[] = [];
  #characters = 0;
  #events = 0;

  /** Keeps the history of an execution that has just ended, dropping older ones to make room. */
  keep(execution: Execution): void {
    this.#kept.push(execution);
    this.#characters += execution.history?.size ?? 0;
    this.#events += execution.history?.events.length ?? 0;
    const { stateMachineArn } = execution.record;
    const own = this.#kept.filter(({ record }) => record.stateMachineArn === stateMachineArn);
    if (own.length > EXECUTIONS_AT_MOST) this.#drop(own[0]);
    while (this.#characters > CHARACTERS_AT_MOST || this.#events > EVENTS_AT_MOST) {
      this.#drop(this.#kept[0]);
    }
  }

  #drop(execution: Execution | undefined): void {
    if (execution === undefined) return;
    this.#kept.splice(this.#kept.indexOf(execution), 1);
    this.#characters -= execution.history?.size ?? 0;
    this.#events -= execution.history?.events.length ?? 0;
    execution.history = undefined;
  }
}
