import type { IncomingHttpHeaders } from 'node:http';
import { notEmulated, S3Error } from './s3Error.ts';
import type { ObjectMeta } from './storedObject.ts';

/** Checks `If-None-Match: *` and `If-Match` of a put against the current object. */
export function checkPut(headers: IncomingHttpHeaders) {
  const { 'if-none-match': noneMatch, 'if-match': match } = headers;
  if (noneMatch !== undefined && noneMatch !== '*') {
    throw notEmulated(`A put with If-None-Match ${noneMatch} (only * is allowed)`);
  }
  return (present: ObjectMeta | undefined): void => {
    if (noneMatch === '*' && present) throw failed('If-None-Match');
    if (match === undefined) return;
    if (!present) throw new S3Error('NoSuchKey', 404, 'The specified key does not exist.');
    if (unquoted(match) !== unquoted(present.etag)) throw failed('If-Match');
  };
}

/**
 * Checks the conditions of a get (RFC 9110, section 13.2.2). Returns true if the client's copy is
 * current (304).
 */
export function isUnmodified(
  headers: IncomingHttpHeaders,
  { etag, lastModified }: ObjectMeta,
): boolean {
  const modified = Date.parse(lastModified);
  const { 'if-match': match, 'if-none-match': noneMatch } = headers;
  if (match !== undefined) {
    if (!matches(match, etag)) throw failed('If-Match');
  } else if (modified > Date.parse(headers['if-unmodified-since'] ?? '')) {
    throw failed('If-Unmodified-Since');
  }
  if (noneMatch !== undefined) return matches(noneMatch, etag);
  return modified <= Date.parse(headers['if-modified-since'] ?? '');
}

function matches(list: string, etag: string): boolean {
  return list.split(',').some((one) => one.trim() === '*' || unquoted(one) === unquoted(etag));
}

function unquoted(etag: string): string {
  return etag.trim().replace(/^W\//, '').replaceAll('"', '');
}

function failed(header: string): S3Error {
  const message = `At least one of the pre-conditions you specified did not hold: ${header}`;
  return new S3Error('PreconditionFailed', 412, message);
}
