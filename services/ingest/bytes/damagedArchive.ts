import { RefusedFile } from '../refusedFile.ts';

/** The refusal of a packed file that cannot be unpacked. */
export function damagedArchive(packing: 'gzip' | 'zip', seen: string): RefusedFile {
  return new RefusedFile(
    'damaged-archive',
    `${packing}ファイルが壊れているか、途中で切れています(${seen})。`,
    `The ${packing} file is damaged or cut off (${seen}).`,
  );
}

/** Whether an error comes from unpacking, and not from the service that the bytes come from. */
export function isUnpackingError(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && /^Z_|^ERR_(ZLIB|TRAILING)/.test(String(error.code))
  );
}
