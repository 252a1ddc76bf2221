import { createHash } from 'node:crypto';
import { RefusedFile } from '../refusedFile.ts';

const SAMPLE_BYTES = 65_536;
/** Ten million rows of about 400 bytes; a larger file is not a book feed. */
const MOST_BYTES = 4 * 1024 ** 3;

/** A stream that counts and hashes the bytes that pass through it. */
export interface Measured {
  bytes: AsyncIterable<Uint8Array>;
  byteCount(): number;
  /** SHA-256 as 64 hex digits, once the stream has ended. */
  contentHash(): string;
  /** The first 64 KB of the stream. */
  sample(): Uint8Array;
}

/** Counts and hashes a stream as it is read. */
export function measure(source: AsyncIterable<Uint8Array>): Measured {
  const hash = createHash('sha256');
  let count = 0;
  let sample = Buffer.alloc(0);
  async function* pass() {
    for await (const chunk of source) {
      hash.update(chunk);
      count += chunk.length;
      if (sample.length < SAMPLE_BYTES) sample = Buffer.concat([sample, chunk]);
      if (count > MOST_BYTES) {
        throw new RefusedFile(
          'file-too-large',
          'ファイルが4 GiBを超えています。',
          'The file is larger than 4 GiB.',
        );
      }
      yield chunk;
    }
  }
  return {
    bytes: pass(),
    byteCount: () => count,
    contentHash: () => hash.digest('hex'),
    sample: () => sample.subarray(0, SAMPLE_BYTES),
  };
}
