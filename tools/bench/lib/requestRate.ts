import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Requests that are sent over and over. */
export interface Load {
  url: string;
  headers: { [name: string]: string };
  body: string;
  /** Each sends its next request when its last is answered. */
  connections: number;
  seconds: number;
}

const run = promisify(execFile);
const generator = join(import.meta.dirname, 'loadGenerator.ts');

/** Answered requests per second. An error, a timeout or an answer other than 2xx is thrown. */
export async function requestRate(load: Load): Promise<number> {
  const { stdout } = await run(process.execPath, [generator, JSON.stringify(load)]);
  return Number(JSON.parse(stdout));
}
