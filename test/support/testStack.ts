import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { readStack, type Stack } from '../../scripts/stack.ts';

/** The stack that all tests of `stack/` and `journeys/` share. */
export function testStack(): Stack {
  return readStack(inject('stackDir'));
}

/** Where that stack keeps its state. */
export function testStackDir(): string {
  return inject('stackDir');
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

/** The mails that were accepted for this address, oldest first. */
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
    // Nothing has been mailed yet.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
