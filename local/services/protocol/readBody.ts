import type { IncomingMessage } from 'node:http';

/** Reads a request body of at most `limit` bytes; a longer one throws, and so bounds what a client can make us hold. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new Error(`a request body of at most ${limit} bytes was expected`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
