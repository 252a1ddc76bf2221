import { readProfiles } from '../../services/ingest/readProfiles.ts';
import { runInTerminal } from '../cli/runInTerminal.ts';

/** Deploys all stacks with these options of `cdk deploy`, and returns its exit code. */
export function deploy(options: string[]): Promise<number> {
  // An invalid feed profile stops here, with a message that names every mistake.
  readProfiles();
  return runInTerminal('cdk', ['deploy', '--all', ...options]);
}
