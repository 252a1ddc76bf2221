import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AlarmState } from './readAlarm.ts';

/** An alarm as recorded in `alarms.json` for people, the console and tests. */
export interface AlarmStanding {
  name: string;
  description: string;
  state: AlarmState;
  /** When it entered this state, ISO 8601 in UTC. */
  since: string;
  reason: string;
  /** One line that describes its metric and condition. */
  watches: string;
}

/** Returns the states of a stack's alarms; an empty list if none are written yet. */
export function readAlarms(dir: string): AlarmStanding[] {
  const file = fileIn(dir);
  // Our own file.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as AlarmStanding[]) : [];
}

export function writeAlarms(dir: string, alarms: AlarmStanding[]): void {
  writeWhole(fileIn(dir), JSON.stringify(alarms, null, 2));
}

/** Replaces a file atomically, so that readers never see a partial one. */
export function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, `${text}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function fileIn(dir: string): string {
  return join(dir, 'alarms.json');
}
