import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { root } from '../../tools/root.ts';

/**
 * The path of a real file in `../shared/data`, which few clones have beside them; a test that needs
 * it is skipped without it.
 */
export function sharedFile(name: string, context: TestContext): string {
  const file = join(root, '../shared/data', name);
  context.skip(!existsSync(file), `no ${file}`);
  return file;
}
