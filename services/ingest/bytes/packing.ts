import { RefusedFile } from '../refusedFile.ts';

/** How a file is packed. */
export type Packing = 'plain' | 'gzip' | 'zip';

/** The signature of each format, and its offset. */
const SIGNATURES: readonly (readonly [name: string, bytes: readonly number[], at?: number])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['LHA', [0x2d, 0x6c, 0x68], 2],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
  ['Excel (.xls)', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** Number of bytes needed to recognize the packing. */
export const PACKING_BYTES = 8;

/**
 * Recognizes how a file is packed by its first bytes. Throws `RefusedFile` for an unsupported
 * format.
 */
export function recognizePacking(head: Uint8Array): Packing {
  const found = SIGNATURES.find(([, bytes, at = 0]) =>
    bytes.every((byte, index) => head[at + index] === byte),
  );
  if (!found) return 'plain';
  const [name] = found;
  if (name === 'gzip' || name === 'zip') return name;
  throw new RefusedFile(
    'unsupported-packing',
    `${name}形式のファイルです。CSVのまま、またはgzipか、1件だけのzipで送ってください。`,
    `This is a ${name} file; expected plain text, gzip, or a zip with one entry.`,
  );
}
