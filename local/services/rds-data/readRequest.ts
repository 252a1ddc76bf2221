import type { IncomingMessage } from 'node:http';
import { badRequest } from './errors.ts';

/**
 * Maximum request size of 4 MiB, including headers and JSON notation (API_BatchExecuteStatement).
 */
const largestRequest = 4 * 1024 * 1024;

/** A request's JSON; a longValue beyond JavaScript's numbers becomes a bigint. Throws AwsError. */
export async function readRequest(request: IncomingMessage): Promise<object> {
  const chunks: Buffer[] = [];
  let size = request.rawHeaders.reduce((sum, part) => sum + Buffer.byteLength(part) + 2, 0);
  await new Promise<void>((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // Keep reading, so that the client receives the answer.
      if (size <= largestRequest) chunks.push(chunk);
    });
    request.on('end', resolve);
    request.on('error', reject);
  });
  if (size > largestRequest) {
    throw badRequest(`The request has ${size} bytes, at most ${largestRequest} are allowed`);
  }
  const value = parse(Buffer.concat(chunks).toString('utf8'));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest('The request is not a JSON object');
  }
  return value;
}

function parse(text: string): unknown {
  try {
    return hasLongDigits.test(text) ? JSON.parse(text, exactLong) : JSON.parse(text);
  } catch (error) {
    throw badRequest(`The request is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/** JavaScript represents every integer below 16 digits. */
const hasLongDigits = /"longValue"\s*:\s*-?\d{16}/;

function exactLong(key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source ?? '';
  return key === 'longValue' && /^-?\d+$/.test(source) && !Number.isSafeInteger(value)
    ? BigInt(source)
    : value;
}
