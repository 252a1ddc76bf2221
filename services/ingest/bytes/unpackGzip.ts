import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ByteSource } from './byteSource.ts';
import { damagedArchive, isUnpackingError } from './damagedArchive.ts';

/** Unpacks gzip as it is read and verifies its checksum (RFC 1952). */
export async function* unpackGzip(source: ByteSource): AsyncGenerator<Uint8Array> {
  const packed = await source.open(0, source.size);
  // The error reaches the reader of the last stream.
  const unpacked = pipeline(packed, createGunzip(), () => undefined);
  try {
    yield* unpacked;
  } catch (error) {
    throw isUnpackingError(error) ? damagedArchive('gzip', error.message) : error;
  }
}
