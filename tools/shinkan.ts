/** The command line. What the commands do is loaded by the one that runs. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { caches } from '../local/lib/caches.ts';

// Compiling everything that a start loads takes a second; later starts reuse it. Only imports after this line are cached.
enableCompileCache(join(caches, 'compiled'));

const { runProgram } = await import('./cli/runProgram.ts');
process.exitCode = await runProgram(process.argv.slice(2));
