import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { ExecutionRecord } from '../history/executionRecord.ts';

/** How many finished executions of one state machine are remembered; AWS keeps them for 90 days. */
export const REMEMBERED = 2000;

/** Appends the current state of an execution. The last line for an execution wins. */
export function appendExecution(file: string, record: ExecutionRecord): void {
  appendFileSync(file, `${JSON.stringify(record)}\n`);
}

/**
 * Reads the executions of earlier runs, oldest first. Those still running when the process ended
 * become ABORTED. Rewrites the file with one line per remembered execution.
 */
export function reopenExecutions(file: string, log: (line: string) => void): ExecutionRecord[] {
  mkdirSync(dirname(file), { recursive: true });
  const records = new Map<string, ExecutionRecord>();
  for (const record of readRecords(file, log)) records.set(record.arn, record);
  const remembered = keepNewest([...records.values()].map(abortIfRunning));
  rewriteExecutions(file, remembered);
  return remembered;
}

/** Rewrites the file with one line for each of these executions. */
export function rewriteExecutions(file: string, records: ExecutionRecord[]): void {
  writeFileSync(`${file}.new`, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  renameSync(`${file}.new`, file);
}

function readRecords(file: string, log: (line: string) => void): ExecutionRecord[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  // The text after the last line break is empty or a line truncated by a kill.
  return lines.slice(0, -1).flatMap((line) => {
    try {
      return JSON.parse(line) as ExecutionRecord; // our own file
    } catch (error) {
      log(`${file}: a line that a full disk cut off is left out: ${error}`);
      return [];
    }
  });
}

function abortIfRunning(record: ExecutionRecord): ExecutionRecord {
  if (record.status !== 'RUNNING') return record;
  const cause = 'the local stack ended while this execution was running';
  return { ...record, status: 'ABORTED', stoppedAt: Date.now(), cause };
}

function keepNewest(records: ExecutionRecord[]): ExecutionRecord[] {
  const byMachine = Map.groupBy(records, ({ stateMachineArn }) => stateMachineArn);
  const kept = new Set([...byMachine.values()].flatMap((all) => all.slice(-REMEMBERED)));
  return records.filter((record) => kept.has(record));
}
