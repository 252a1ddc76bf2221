import type { IncomingHttpHeaders } from 'node:http';
import type { Checksum } from './checksums.ts';

/** Headers of a put that every get returns. */
export const KEPT_HEADERS = [
  ...['cache-control', 'content-disposition', 'content-encoding', 'content-language'],
  ...['content-type', 'expires'],
];

/** An object's metadata; its bytes are in the file `data` of its bucket. */
export interface ObjectMeta {
  key: string;
  data: string;
  size: number;
  /** Including its quotes. */
  etag: string;
  lastModified: string;
  headers: { [name: string]: string };
  checksum: Checksum | null;
}

/**
 * Returns the headers of a put that are stored with the object: its type and the like, and all
 * `x-amz-meta-*`.
 */
export function headersToKeep(headers: IncomingHttpHeaders): { [name: string]: string } {
  const kept: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(headers)) {
    if (KEPT_HEADERS.includes(name) || name.startsWith('x-amz-meta-')) kept[name] = String(value);
  }
  const encodings = (kept['content-encoding'] ?? '').split(',').map((encoding) => encoding.trim());
  kept['content-encoding'] = encodings.filter((e) => e !== '' && e !== 'aws-chunked').join(',');
  if (kept['content-encoding'] === '') delete kept['content-encoding'];
  kept['content-type'] ??= 'application/octet-stream'; // S3's default
  return kept;
}
