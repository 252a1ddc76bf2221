import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildAssembly } from '../build/buildAssembly.ts';
import { EXIT } from '../cli/exitCodes.ts';
import { runInTerminal } from '../cli/runInTerminal.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import { findReach } from '../testing/stackFile.ts';
import { findSuites } from './securitySuites.ts';

/** Runs the attacks on the stack that a file describes, and returns Vitest's exit code. */
export async function attackStack(stack: string): Promise<number> {
  const file = resolve(stack);
  if (!existsSync(file)) throw new StopWithMessage(`There is no ${file}.`, EXIT.refused);
  const { files, missing } = findSuites(findReach(file));
  if (missing.length > 0)
    console.log(`The authorization matrix (bar 07) is skipped: it needs ${missing.join(', ')}.`);
  // The matrix reads the list of fields from the synthesized template.
  else await buildAssembly(console.log);
  const parameters = ['run', '--project', 'stack', ...files];
  return runInTerminal('vitest', parameters, { SHINKAN_STACK: file });
}
