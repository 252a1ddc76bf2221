import type { Endpoints } from '../lib/endpoints.ts';
import type { Reloaded } from '../lib/reloaded.ts';
import type { Keys } from '../services/iam/accessKeys.ts';
import type { Inspector } from '../services/lambda/startLambda.ts';
import type { ExternalDatabase } from './externalDatabase.ts';
import type { ResolvedTemplate } from './template.ts';

export interface StackOptions {
  /** The synthesized cloud assembly, `cdk.out`. */
  assembly: string;
  /**
   * Called once the directory is locked, before the assembly is read; stops early on the signal.
   */
  prepareAssembly?: (signal: AbortSignal) => Promise<void>;
  /** The directory of all state. */
  dir: string;
  /** The first of eleven ports; 0 takes any free ones. */
  port: number;
  /** Removes any existing state from the directory first. */
  fresh: boolean;
  /** Values of CloudFormation parameters, which may include addresses of the stack itself. */
  parameters?: (endpoints: Endpoints) => { [name: string]: string };
  /** Databases of other systems that the template refers to but does not declare. */
  externalDatabases?: ExternalDatabase[];
  /** The content of `stack.json`; defaults to endpoints and outputs. */
  describe?: (parts: RunningParts) => object;
  /**
   * The first of the ports on which debuggers may attach to Lambda functions, one each; if omitted,
   * none.
   */
  inspectFrom?: number | undefined;
  /** Receives messages about steps that take longer than a second. */
  log: (line: string) => void;
}

/** The parts of a running stack. */
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
  /**
   * Reloads the code of resolvers and functions in `assembly`; changes take effect without a
   * restart.
   */
  reload(): Promise<Reloaded>;
  /** The functions to which a debugger may attach. */
  inspectors: Inspector[];
  stop(): Promise<void>;
}
