import { RefusedFile } from '../refusedFile.ts';

/** The refusal of a file without a single line. */
export function emptyFile(bytes: number): RefusedFile {
  return new RefusedFile(
    'empty-file',
    `ファイルが空です(${bytes}バイト)。`,
    `The file is empty (${bytes} bytes); expected a header or rows.`,
  );
}

/** The refusal of a file that has a header and nothing else. */
export function headerOnly(header: string): RefusedFile {
  const shown = header.slice(0, 60);
  return new RefusedFile(
    'header-only',
    `見出し行だけで、データの行がありません: ${shown}`,
    `The file has a header and no rows: ${shown}`,
  );
}
