import type { Endpoints } from '../lib/endpoints.ts';
import type { Reloaded } from '../lib/reloaded.ts';
import type { Keys } from '../services/iam/accessKeys.ts';
import type { Inspector } from '../services/lambda/startLambda.ts';
import type { ExternalDatabase } from './externalDatabase.ts';
import type { ResolvedTemplate } from './template.ts';

export interface StackOptions {
  /** The synthesized cloud assembly, `cdk.out`. */
  assembly: string;
  /** Called when the directory is this stack's alone, before the assembly is read; ends early on the signal. */
  prepareAssembly?: (signal: AbortSignal) => Promise<void>;
  /** Where all state is kept. */
  dir: string;
  /** The first of eleven ports; 0 takes free ones anywhere. */
  port: number;
  /** Begin anew: whatever state the directory holds is removed first. */
  fresh: boolean;
  /** Values of CloudFormation parameters, some of which may be addresses of the stack itself. */
  parameters?: (endpoints: Endpoints) => { [name: string]: string };
  /** Databases of other systems that the template names and does not declare. */
  externalDatabases?: ExternalDatabase[];
  /** The content of `stack.json`; endpoints and outputs when left out. */
  describe?: (parts: RunningParts) => object;
  /** The first of the ports on which debuggers may attach to Lambda functions, one each; none when left out. */
  inspectFrom?: number | undefined;
  /** Told of what takes longer than a second. */
  log: (line: string) => void;
}

/** What is known of a stack once it runs. */
export interface RunningParts {
  template: ResolvedTemplate;
  endpoints: Endpoints;
  /** The access keys of the template's roles. */
  keys: Keys;
  /** The socket of the database server. */
  socketPath: string;
}

export interface RunningStack extends RunningParts {
  /** The copy of the cloud assembly that runs. */
  assembly: string;
  /** Reads the code of resolvers and functions in `assembly` again; what has changed takes effect without a restart. */
  reload(): Promise<Reloaded>;
  /** The functions that a debugger may attach to. */
  inspectors: Inspector[];
  stop(): Promise<void>;
}
