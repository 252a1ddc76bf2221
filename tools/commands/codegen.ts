/** Writes the types made from the schema; with `--check`, fails when the committed ones are out of date. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const check = process.argv.includes('--check') ? ['--check'] : [];

try {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/@graphql-codegen/cli/esm/bin.js'), '--errors-only', ...check],
    { cwd: root, stdio: 'inherit' },
  );
} catch {
  // The generator has said what is wrong.
  process.exitCode = 1;
}
