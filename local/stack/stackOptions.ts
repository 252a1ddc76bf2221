import type { ServiceEndpoints } from '../lib/endpoints.ts';
import type { Reloaded } from '../lib/reloaded.ts';
import type { AccessKey } from '../services/iam/accessKeys.ts';

/** How the sample shop's own application reaches its database. */
export interface ShopDatabase {
  socketPath: string;
  user: string;
  password?: string;
  database: string;
}

/** Someone who can sign in, as told to those who try the stack. */
export interface DemoMember {
  login: string;
  password: string;
  email: string;
}

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
  /** CloudFormation parameters; those that name parts of the local stack itself are given already. */
  parameters: { [name: string]: string };
  /** Makes the shop's tables and views. Called before anything else uses the shop's database. */
  prepareShop?: (shop: ShopDatabase) => Promise<void>;
  /** Told of what takes longer than a second. */
  log: (line: string) => void;
  /** How often the release workflow runs, in seconds; as deployed when left out. */
  tickSeconds?: number;
  /** Whom the sample shop lets in, for `stack.json`. */
  members?: DemoMember[];
  operator?: DemoMember;
}

/** Every address and credential of a running stack: what `stack.json` holds. */
export interface StackAddresses {
  web: string;
  graphql: string;
  realtime: string;
  apiKey: string;
  auth: string;
  inbox: string;
  console: string;
  endpoints: ServiceEndpoints;
  members: DemoMember[];
  operator?: DemoMember;
  /** Keys of the roles that others than the stack's own functions may want to be. */
  roles: { publisher: AccessKey; partner?: AccessKey };
  resources: {
    clusterArn: string;
    secretArn: string;
    shopClusterArn: string;
    shopSecretArn: string;
    feedBucket: string;
    ingestStateMachine: string;
    releaseStateMachine: string;
  };
  shop: { url: string; socketPath: string; user: string; database: string };
}

export interface RunningStack {
  addresses: StackAddresses;
  /** The copy of the cloud assembly that runs. */
  assembly: string;
  /** Reads the code of resolvers and functions in `assembly` again; what has changed takes effect without a restart. */
  reload(): Promise<Reloaded>;
  stop(): Promise<void>;
}
