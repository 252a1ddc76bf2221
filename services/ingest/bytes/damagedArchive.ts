import { RefusedFile } from '../refusedFile.ts';

/** Returns the refusal of a packed file that cannot be unpacked. */
export function damagedArchive(packing: 'gzip' | 'zip', seen: string): RefusedFile {
  return new RefusedFile(
    'damaged-archive',
    `${packing}ファイルが壊れているか、途中で切れています(${seen})。`,
    `The ${packing} file is damaged or truncated (${seen}).`,
  );
}

/** Whether an error comes from unpacking, not from the service that supplies the bytes. */
export function isUnpackingError(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && /^Z_|^ERR_(ZLIB|TRAILING)/.test(String(error.code))
  );
}
