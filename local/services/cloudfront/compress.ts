import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { OriginResponse } from './origins.ts';

// The compressible types and sizes ("Serve compressed files", CloudFront developer guide).
const compressible =
  /^(text\/(css|csv|html|javascript|js|markdown|plain|xml|calendar|richtext)|application\/(json|javascript|xml|manifest\+json|rss\+xml|atom\+xml|xhtml\+xml|wasm)|image\/svg\+xml|font\/(ttf|otf))\b/i;
const smallest = 1000;
const largest = 10_000_000;

/** Compresses the body for viewers that accept it, as a distribution with `Compress` does. */
export async function compress(
  response: OriginResponse,
  acceptEncoding = '',
): Promise<OriginResponse> {
  const { headers, body } = response;
  const encoding = ['br', 'gzip'].find((name) => new RegExp(`\\b${name}\\b`).test(acceptEncoding));
  if (
    encoding === undefined ||
    headers['content-encoding'] !== undefined ||
    !compressible.test(headers['content-type'] ?? '') ||
    body.length < smallest ||
    body.length > largest
  ) {
    return response;
  }
  const compressed =
    encoding === 'br'
      ? await promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : await promisify(gzip)(body);
  const etag = headers.etag === undefined ? {} : { etag: headers.etag.replace(/^(?!W\/)/, 'W/') };
  return {
    ...response,
    body: compressed,
    headers: { ...headers, ...etag, 'content-encoding': encoding, vary: 'Accept-Encoding' },
  };
}
