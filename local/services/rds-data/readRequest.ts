import type { IncomingMessage } from 'node:http';
import { badRequest } from './errors.ts';

/** 4 MiB of request: its headers and the notation of JSON count (API_BatchExecuteStatement). */
const largestRequest = 4 * 1024 * 1024;

/** A request's JSON; a longValue that no JavaScript number holds becomes a bigint. Refusals are thrown as AwsError. */
export async function readRequest(request: IncomingMessage): Promise<object> {
  const chunks: Buffer[] = [];
  let size = request.rawHeaders.reduce((sum, part) => sum + Buffer.byteLength(part) + 2, 0);
  await new Promise<void>((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // The rest is still read, so that the client hears the answer.
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

/** Below 16 digits JavaScript holds every whole number. */
const hasLongDigits = /"longValue"\s*:\s*-?\d{16}/;

function exactLong(key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source ?? '';
  return key === 'longValue' && /^-?\d+$/.test(source) && !Number.isSafeInteger(value)
    ? BigInt(source)
    : value;
}
