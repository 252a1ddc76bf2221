import { existsSync } from 'node:fs';
import { readTail } from '../lib/readTail.ts';
import type { Mail } from '../services/ses/mail.ts';

// Of the newest part of the file: some hundreds of mails.
const NEWEST_BYTES = 4 * 1024 * 1024;

/** The mails that SES accepted last, newest first. */
export function readMails(file: string): Mail[] {
  if (!existsSync(file)) return [];
  const lines = readTail(file, NEWEST_BYTES).toString('utf8').split('\n');
  // What stands after the last line's end is still being written.
  return lines
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Mail) // our own file
    .reverse();
}
