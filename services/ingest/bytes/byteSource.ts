import type { Readable } from 'node:stream';

/**
 * A file whose bytes can be read from any position, which the directory at the end of a zip
 * requires.
 */
export interface ByteSource {
  /** In bytes. */
  size: number;
  /** Returns the bytes from `from` up to but not including `end`. */
  open(from: number, end: number): Promise<Readable>;
}

/** Returns the first bytes of a file, at most `length`. */
export async function readHead(source: ByteSource, length: number): Promise<Buffer> {
  const end = Math.min(length, source.size);
  if (end === 0) return Buffer.alloc(0);
  const stream = await source.open(0, end);
  return Buffer.concat(await stream.toArray());
}
