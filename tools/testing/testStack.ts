import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import type { Stack } from '../stack/stack.ts';
import { findReach, type Part, readStackFile } from './stackFile.ts';

/**
 * The stack that a worker's files of `stack/`, `journeys/` and `bars/` share, or the one given to
 * them.
 */
export function testStack(): Stack {
  return readStackFile(stackFile());
}

function stackFile(): string {
  const files = inject('stackFiles');
  const file = files[(Number(process.env.VITEST_POOL_ID) - 1) % files.length];
  if (file === undefined) throw new Error('No stack is running');
  return file;
}

/** The directory of that stack's state. */
export function testStackDir(): string {
  return dirname(stackFile());
}

/** Whether a test may use this part of the stack. All parts of a local stack can be reached. */
export function canReach(part: Part): boolean {
  return findReach(stackFile()).has(part);
}

/** A mail as the local SES recorded it. */
export interface SentMail {
  at: string;
  messageId: string;
  to: string[];
  subject: string;
  headers: { [name: string]: string | string[] };
  html: string;
  text: string;
  tags: { [name: string]: string };
}

/** Returns the mails accepted for this address, oldest first. */
export function mailsTo(address: string, dir: string = testStackDir()): SentMail[] {
  return readLines(join(dir, 'mails.jsonl'))
    .map((line): SentMail => JSON.parse(line))
    .filter((mail) => [mail.to].flat().some((to) => to.includes(address)));
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch (error) {
    // No mail has been sent yet.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
