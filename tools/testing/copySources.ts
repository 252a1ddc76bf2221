import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { WATCHED } from '../dev/runDev.ts';
import { root } from '../root.ts';

/**
 * Copies the sources that `runDev` watches, so that saving files in the copy does not touch the
 * repository.
 */
export function copySources(): { root: string; remove(): void } {
  const copy = mkdtempSync(join(tmpdir(), 'shinkan-sources-'));
  for (const name of [...WATCHED, 'web', 'codegen.yml', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, name), join(copy, name), {
      recursive: true,
      filter: (source) => !['dist', 'node_modules'].includes(basename(source)),
    });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return { root: copy, remove: () => rmSync(copy, { recursive: true, force: true }) };
}
