import { type ByteSource, readHead } from './byteSource.ts';
import { limitExpansion } from './limitExpansion.ts';
import { PACKING_BYTES, recognizePacking } from './packing.ts';
import { unpackGzip } from './unpackGzip.ts';
import { unpackZip } from './unpackZip.ts';

/**
 * Unpacks a file: plain, gzip, or a zip with one entry. Throws `RefusedFile` for any other packing,
 * for damage, and for excessive expansion.
 */
export async function* unpack(source: ByteSource): AsyncGenerator<Uint8Array> {
  const packing = recognizePacking(await readHead(source, PACKING_BYTES));
  if (packing === 'gzip') yield* limitExpansion(unpackGzip(source), source.size);
  else if (packing === 'zip') yield* limitExpansion(unpackZip(source), source.size);
  else if (source.size > 0) yield* await source.open(0, source.size);
}
