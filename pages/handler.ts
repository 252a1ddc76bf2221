import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { LambdaFunctionURLEvent } from 'aws-lambda';
import { readDatabaseAddress } from '../db/config.ts';
import { openDatabase } from '../db/database.ts';
import type { Answer } from './answer.ts';
import { readPagesConfig } from './config.ts';
import { type PagesPorts, route } from './route.ts';

const ports: PagesPorts = {
  config: readPagesConfig(),
  database: openDatabase(readDatabaseAddress()),
  // It travels with the bundle.
  page: readFileSync(join(import.meta.dirname, 'index.html'), 'utf8'),
  // A reading that came in time leaves its timer behind, which keeps nothing alive.
  pause: (milliseconds) => pause(milliseconds, undefined, { ref: false }),
};

/** The pages of books, at its function URL. */
export function handler(event: LambdaFunctionURLEvent): Promise<Answer> {
  const { method } = event.requestContext.http;
  return route({ method, path: event.rawPath, headers: event.headers }, ports);
}
