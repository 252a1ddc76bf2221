import { Readable } from 'node:stream';
import type { ByteSource } from './byteSource.ts';

/** The source, and how many of its bytes have been read so far; never more than it has. */
export function countReading(source: ByteSource): { source: ByteSource; bytesRead(): number } {
  let count = 0;
  async function* pass(stream: Readable): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) {
      count += chunk.length;
      yield chunk;
    }
  }
  return {
    source: {
      size: source.size,
      open: async (from, end) => Readable.from(pass(await source.open(from, end))),
    },
    // What is looked at twice, as the head is, counts twice.
    bytesRead: () => Math.min(count, source.size),
  };
}
