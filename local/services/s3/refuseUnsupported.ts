import type { IncomingHttpHeaders } from 'node:http';
import { notEmulated } from './s3Error.ts';

// Signing and tracing; no effect here.
const HARMLESS = /^x-amz-(content-sha256|date|user-agent|security-token|expected-bucket-owner)$/;
const HONOURED =
  /^x-amz-(checksum-.*|sdk-checksum-algorithm|trailer|decoded-content-length|meta-.*|copy-source.*|metadata-directive)$/;

// Query parameters for presigning, the SDK's hint, and those that the operations read.
const QUERY =
  /^(x-id|X-Amz-.*|list-type|prefix|delimiter|max-keys|continuation-token|start-after|encoding-type|fetch-owner|uploads|uploadId|partNumber|delete)$/;

/**
 * Rejects by name an S3 header or query parameter that nothing here reads, such as `x-amz-tagging`
 * or `?acl`.
 */
export function refuseUnsupported(headers: IncomingHttpHeaders, query: URLSearchParams): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!name.startsWith('x-amz-') || HARMLESS.test(name) || HONOURED.test(name)) continue;
    // AWS encrypts every new object this way by default; it has no visible effect.
    if (name === 'x-amz-server-side-encryption' && value === 'AES256') continue;
    throw notEmulated(`The header ${name}: ${value}`);
  }
  for (const name of query.keys()) {
    if (!QUERY.test(name)) throw notEmulated(`The query parameter ${name}`);
  }
}
