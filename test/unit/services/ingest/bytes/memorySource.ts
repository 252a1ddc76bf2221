import { Readable } from 'node:stream';
import type { ByteSource } from '../../../../../services/ingest/bytes/byteSource.ts';

/** A file in memory, read in pieces of `size` bytes. */
export function memorySource(bytes: Uint8Array, size = 65_536): ByteSource {
  return {
    size: bytes.length,
    open: async (from, end) => Readable.from(inPieces(bytes.subarray(from, end), size)),
  };
}

/** Yields bytes in pieces, like a stream. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size));
}
