import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError } from './awsError.ts';
import type { Faults } from './faults.ts';
import { type Listening, listen } from './listen.ts';
import { readBody } from './readBody.ts';
import { faultsPath, serveFaults } from './serveFaults.ts';

/** One operation: maps the request's JSON to the response's. Throws AwsError to reject. */
export type Operation = (input: Record<string, unknown>) => unknown;

export interface AwsJsonOptions {
  port: number;
  /** `1.0` or `1.1`, according to the service's model. */
  version: '1.0' | '1.1';
  /** The prefix before the dot in `X-Amz-Target`. */
  target: string;
  operations: Map<string, Operation>;
  /** The faults of the calls; if omitted, none can be set. */
  faults?: Faults;
  log: (line: string) => void;
}

const LARGEST_REQUEST = 8 * 1024 * 1024;

/**
 * Serves the AWS JSON protocol (Smithy documentation, "AWS JSON 1.0/1.1 protocol"). Rejects
 * unlisted operations by name.
 */
export function serveAwsJson(options: AwsJsonOptions): Promise<Listening> {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { faults } = options;
    if (faults && request.url === faultsPath) return serveFaults(faults, request, response);
    const requestId = randomUUID();
    const send = (status: number, body: unknown, errorType?: string) => {
      response.writeHead(status, {
        'content-type': `application/x-amz-json-${options.version}`,
        'x-amzn-requestid': requestId,
        ...(errorType && { 'x-amzn-errortype': errorType }),
      });
      response.end(JSON.stringify(body));
    };
    try {
      const { name, operation } = findOperation(request, options);
      const input = parse(await readBody(request, LARGEST_REQUEST));
      const fault = faults?.take(name);
      if (fault === 'timeout') return;
      const output = (await operation(input)) ?? {};
      if (fault === 'answerLost') request.socket.destroy();
      else send(200, output);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      options.log(`${request.headers['x-amz-target']}: ${error.name}: ${error.message}`);
      send(error.status, { __type: error.name, message: error.message }, error.name);
    }
  };
  return listen(options.port, answer, options.log);
}

function findOperation(request: IncomingMessage, options: AwsJsonOptions) {
  const header = request.headers['x-amz-target'];
  const [target, name] = typeof header === 'string' ? header.split('.') : [];
  if (request.method !== 'POST' || target !== options.target || !name) {
    const seen = `${request.method} ${request.url} with X-Amz-Target ${header}`;
    throw new AwsError(
      'UnknownOperationException',
      `${seen}: expected POST with ${options.target}.<Operation>`,
    );
  }
  const operation = options.operations.get(name);
  if (operation) return { name, operation };
  throw new AwsError(
    'UnknownOperationException',
    `${options.target}.${name} is not emulated on this machine`,
  );
}

function parse(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch (error) {
    throw new AwsError('SerializationException', `the body is not JSON: ${error}`);
  }
  throw new AwsError('SerializationException', 'the body is not a JSON object');
}
