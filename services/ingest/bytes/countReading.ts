import { Readable } from 'node:stream';
import type { ByteSource } from './byteSource.ts';

/** Wraps the source and counts the bytes read so far; the count never exceeds the size. */
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
    // Bytes that are read twice, such as the head, count twice.
    bytesRead: () => Math.min(count, source.size),
  };
}
