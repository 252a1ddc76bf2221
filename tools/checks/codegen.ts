import { join } from 'node:path';
import { runInTerminal } from '../cli/runInTerminal.ts';
import { root } from '../root.ts';

/**
 * Generates types from the schema, or only checks the committed ones. Returns the generator's exit
 * code.
 */
export function codegen(check: boolean): Promise<number> {
  const generator = join(root, 'node_modules/@graphql-codegen/cli/esm/bin.js');
  const parameters = [generator, '--errors-only', ...(check ? ['--check'] : [])];
  return runInTerminal(process.execPath, parameters);
}
