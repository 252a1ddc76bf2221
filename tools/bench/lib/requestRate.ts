import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Requests that are sent repeatedly. */
export interface Load {
  url: string;
  headers: { [name: string]: string };
  body: string;
  /** Each sends its next request when the last is answered. */
  connections: number;
  seconds: number;
}

const run = promisify(execFile);
const generator = join(import.meta.dirname, 'loadGenerator.ts');

/**
 * Returns answered requests per second. Throws on an error, a timeout or a status other than 2xx.
 */
export async function requestRate(load: Load): Promise<number> {
  const { stdout } = await run(process.execPath, [generator, JSON.stringify(load)]);
  return Number(JSON.parse(stdout));
}
