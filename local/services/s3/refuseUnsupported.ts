import type { IncomingHttpHeaders } from 'node:http';
import { notEmulated } from './s3Error.ts';

// Signing and tracing; they change nothing here.
const HARMLESS = /^x-amz-(content-sha256|date|user-agent|security-token|expected-bucket-owner)$/;
const HONOURED =
  /^x-amz-(checksum-.*|sdk-checksum-algorithm|trailer|decoded-content-length|meta-.*|copy-source.*|metadata-directive)$/;

// Of a query: presigning, the SDK's hint, and what the operations read.
const QUERY =
  /^(x-id|X-Amz-.*|list-type|prefix|delimiter|max-keys|continuation-token|start-after|encoding-type|fetch-owner|uploads|uploadId|partNumber|delete)$/;

/** Refuses by name a header or query parameter of S3 that nothing here reads, such as `x-amz-tagging` or `?acl`. */
export function refuseUnsupported(headers: IncomingHttpHeaders, query: URLSearchParams): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!name.startsWith('x-amz-') || HARMLESS.test(name) || HONOURED.test(name)) continue;
    // Every new object on AWS is encrypted so; there is nothing to see of it.
    if (name === 'x-amz-server-side-encryption' && value === 'AES256') continue;
    throw notEmulated(`The header ${name}: ${value}`);
  }
  for (const name of query.keys()) {
    if (!QUERY.test(name)) throw notEmulated(`The query parameter ${name}`);
  }
}
