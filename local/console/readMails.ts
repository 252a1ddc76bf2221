import { existsSync } from 'node:fs';
import { readTail } from '../lib/readTail.ts';
import type { Mail } from '../services/ses/mail.ts';

// Only the end of the file is read: a few hundred mails.
const NEWEST_BYTES = 4 * 1024 * 1024;

/** Returns the mails that SES accepted last, newest first. */
export function readMails(file: string): Mail[] {
  if (!existsSync(file)) return [];
  const lines = readTail(file, NEWEST_BYTES).toString('utf8').split('\n');
  // A last line without a newline is still being written.
  return lines
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Mail) // our own file
    .reverse();
}
