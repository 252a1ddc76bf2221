import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

/** The names of all benches. */
export function listBenches(): string[] {
  return readdirSync(join(root, 'tools/bench'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length));
}
