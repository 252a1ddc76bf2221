import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AlarmState } from './readAlarm.ts';

/** An alarm as `alarms.json` tells it, for people, the console and tests. */
export interface AlarmStanding {
  name: string;
  description: string;
  state: AlarmState;
  /** When it came into this state, ISO 8601 in UTC. */
  since: string;
  reason: string;
  /** What it watches, as a line. */
  watches: string;
}

/** How the alarms of a stack stand; none where nothing is written yet. */
export function readAlarms(dir: string): AlarmStanding[] {
  const file = fileIn(dir);
  // Our own file.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as AlarmStanding[]) : [];
}

export function writeAlarms(dir: string, alarms: AlarmStanding[]): void {
  writeWhole(fileIn(dir), JSON.stringify(alarms, null, 2));
}

/** Replaces a file in one step, so that readers never see half of it. */
export function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, `${text}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function fileIn(dir: string): string {
  return join(dir, 'alarms.json');
}
