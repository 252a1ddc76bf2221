import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readTail } from '../lib/readTail.ts';

export interface LoggedError {
  /** Undefined if the line does not say. */
  at: string | undefined;
  /** The name of the log: a function's, or `stack` for the services. */
  log: string;
  text: string;
}

const NEWEST_BYTES = 256 * 1024;

/**
 * Returns the latest errors, newest first: requests that services refused or failed, and errors
 * that functions logged.
 */
export function readErrors(dir: string): LoggedError[] {
  const logs = join(dir, 'logs');
  if (!existsSync(logs)) return [];
  return readdirSync(logs)
    .filter((name) => name.endsWith('.log') && !name.endsWith('.old.log'))
    .flatMap((name) => {
      const lines = readTail(join(logs, name), NEWEST_BYTES).toString('utf8').split('\n');
      const log = name.replace(/\.log$/, '');
      return lines.flatMap((line) => (log === 'stack' ? fromStack(line) : fromFunction(line, log)));
    })
    .sort((one, other) => (other.at ?? '').localeCompare(one.at ?? ''));
}

// `<time> <message of a service>`
function fromStack(line: string): LoggedError[] {
  const [, at, text = ''] = /^(\d{4}-\S+Z) (.*)$/.exec(line) ?? [];
  return at === undefined || text.startsWith('deploying ') ? [] : [{ at, log: 'stack', text }];
}

// A function's logger writes JSON; Node.js itself writes plain lines.
function fromFunction(line: string, log: string): LoggedError[] {
  if (line.startsWith('{')) {
    try {
      const { level, timestamp, message, error } = JSON.parse(line);
      if (!['WARN', 'ERROR', 'CRITICAL'].includes(level)) return [];
      const text = [message, error?.message ?? error].filter(Boolean).join(': ');
      return [{ at: timestamp, log, text }];
    } catch {
      return []; // cut by log rotation
    }
  }
  return /^\w*(Error|Exception)\b/.test(line) ? [{ at: undefined, log, text: line }] : [];
}
