import type { Resource } from '../../resource.ts';

export interface KmsOptions {
  /** Keys are kept below `<dir>/kms`. */
  dir: string;
  port: number;
  /** The AWS::KMS::Key (and optional AWS::KMS::Alias) resources; `ref` is the key id. */
  keys: Resource[];
  log: (line: string) => void;
}

export interface Kms {
  url: string;
  stop(): Promise<void>;
}

/** Signs with the keys of the template. */
export async function startKms(_options: KmsOptions): Promise<Kms> {
  throw new Error('being written');
}
