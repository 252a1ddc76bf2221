import type { FaultKind } from './faults.ts';

export interface SesOptions {
  dir: string;
  port: number;
  /** Port of the inbox page for people. */
  inboxPort: number;
  /** Every accepted mail is one JSON line in here, flushed to disk before SES answers. */
  mailsFile: string;
  /** Verified domains and addresses (`EmailIdentity` of AWS::SES::EmailIdentity). */
  identities: string[];
  /** Names of the configuration sets (AWS::SES::ConfigurationSet). */
  configurationSets: string[];
  log: (line: string) => void;
}

export interface Ses {
  /** The SES endpoint for AWS clients. */
  url: string;
  /** The page where people read the mails. */
  inboxUrl: string;
  /** Makes the next `times` (default 1) sends fail in the given way. */
  failNext(kind: FaultKind, times?: number): void;
  stop(): Promise<void>;
}

/** Accepts mail as SES does and keeps it for people and tests to read. */
export async function startSes(_options: SesOptions): Promise<Ses> {
  throw new Error('being written');
}
