export interface S3Options {
  /** Objects are kept below `<dir>/s3`. */
  dir: string;
  port: number;
  /** Names of the buckets that exist; others are not created over the API. */
  buckets: string[];
  log: (line: string) => void;
}

export interface StoredObject {
  body: Buffer;
  contentType: string;
  cacheControl: string | undefined;
  etag: string;
}

export interface S3 {
  url: string;
  /** Null when the bucket holds no such key; an unknown bucket throws. */
  getObject(bucket: string, key: string): Promise<StoredObject | null>;
  putObject(
    bucket: string,
    key: string,
    body: Uint8Array | string,
    contentType: string,
    cacheControl?: string,
  ): Promise<void>;
  stop(): Promise<void>;
}

/** Serves buckets from files. */
export async function startS3(_options: S3Options): Promise<S3> {
  throw new Error('being written');
}
