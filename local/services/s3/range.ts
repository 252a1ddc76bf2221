import { S3Error } from './s3Error.ts';

/**
 * Returns the first and last byte requested by a `Range` header; null for the whole object or a
 * form that S3 ignores.
 */
export function readRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start <= end) return { start, end };
  throw new S3Error('InvalidRange', 416, `${header} lies outside the ${size} bytes of the object`);
}
