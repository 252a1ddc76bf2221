import type { IncomingMessage } from 'node:http';
import { AwsError } from './awsError.ts';

/**
 * Reads a request body; throws if it exceeds `limit` bytes, which bounds the memory a client can
 * use.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) {
      throw new AwsError('RequestEntityTooLarge', `the body has more than ${limit} bytes`, 413);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
