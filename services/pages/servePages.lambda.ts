import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { LambdaFunctionURLEvent } from 'aws-lambda';
import { readDatabaseAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import type { Answer } from '../lib/http/answer.ts';
import { readRequest } from '../lib/http/request.ts';
import { readPagesConfig } from './config.ts';
import { type PagesPorts, route } from './route.ts';

const ports: PagesPorts = {
  config: readPagesConfig(),
  database: openDatabase(readDatabaseAddress()),
  pages: { ja: readPage('index.html'), en: readPage('en/index.html') },
  // After a query in time its timer remains, and must not keep the process alive.
  pause: (milliseconds) => pause(milliseconds, undefined, { ref: false }),
};

/** They are part of the bundle. */
function readPage(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8');
}

/** Serves the pages of books, at its function URL. */
export function handler(event: LambdaFunctionURLEvent): Promise<Answer> {
  return route(readRequest(event), ports);
}
