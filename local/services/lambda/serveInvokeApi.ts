import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError } from '../protocol/awsError.ts';
import { type Listening, listen } from '../protocol/listen.ts';
import { readBody } from '../protocol/readBody.ts';
import { FunctionError } from './functionError.ts';
import { largestPayload } from './functionPool.ts';
import { endOfLog, tailOfLog } from './logTail.ts';
import {
  answerConfiguration,
  type Configurable,
  readConfigurationTarget,
} from './serveConfiguration.ts';

/** One function as seen by the API. */
export interface Invokable extends Configurable {
  logFile: string;
  /** Takes and returns JSON text for one request. */
  invoke(payload: string, id: string): Promise<string>;
  /** Queues an event to run in the background. */
  enqueue(payload: string, id: string): void;
}

/** "Invoke": maximum bytes of an event's payload. */
export const largestEvent = 1024 * 1024;

/**
 * Serves Lambda's Invoke operation and the two for a function's configuration to AWS's own clients.
 * `find` throws for an unknown function.
 */
export function serveInvokeApi(
  port: number,
  find: (nameOrArn: string) => Invokable,
  log: (line: string) => void,
): Promise<Listening> {
  return listen(port, answer, log);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = randomUUID();
    response.setHeader('x-amzn-requestid', id);
    try {
      const configured = readConfigurationTarget(request);
      if (configured !== null)
        return await answerConfiguration(find(configured), request, response);
      const { name, type, withLog } = readInvocation(request);
      const fn = find(name);
      const payload = await readPayload(request, type === 'Event' ? largestEvent : largestPayload);
      if (type === 'DryRun') {
        response.writeHead(204).end();
      } else if (type === 'Event') {
        fn.enqueue(payload, id);
        response.writeHead(202).end();
      } else {
        await answerWith(fn, payload, id, withLog, response);
      }
    } catch (error) {
      refuse(error, response);
    }
  }
}

async function answerWith(
  fn: Invokable,
  payload: string,
  id: string,
  withLog: boolean,
  response: ServerResponse,
): Promise<void> {
  const start = endOfLog(fn.logFile);
  const begun = performance.now();
  let body: string;
  try {
    body = await fn.invoke(payload, id);
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    const { errorType, errorMessage, stackTrace } = error.failure;
    response.setHeader('x-amz-function-error', 'Unhandled');
    body = JSON.stringify({ errorType, errorMessage, trace: stackTrace });
  }
  if (withLog) {
    const tail = tailOfLog(fn.logFile, start, id, performance.now() - begun);
    response.setHeader('x-amz-log-result', tail);
  }
  response.setHeader('x-amz-executed-version', '$LATEST');
  response.setHeader('content-type', 'application/json');
  response.end(body);
}

function refuse(error: unknown, response: ServerResponse): void {
  if (!(error instanceof AwsError)) throw error;
  const type = error.name.replace(/^Lambda\./, '');
  const isThrottled = type === 'TooManyRequestsException';
  response.writeHead(error.status, {
    'x-amzn-errortype': type,
    'content-type': 'application/json',
  });
  const Reason = isThrottled && { Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' };
  response.end(JSON.stringify({ Type: 'User', message: error.message, ...Reason }));
}

function readInvocation(request: IncomingMessage) {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://lambda');
  const match = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(pathname);
  if (request.method !== 'POST' || match?.[1] === undefined) {
    const seen = `${request.method} ${pathname}`;
    throw new AwsError(
      'UnknownOperationException',
      `${seen} is not emulated, only Invoke and a function's configuration`,
      404,
    );
  }
  const type = oneOf(request, 'x-amz-invocation-type', ['RequestResponse', 'Event', 'DryRun']);
  const logType = oneOf(request, 'x-amz-log-type', ['None', 'Tail']);
  const qualifier = searchParams.get('Qualifier') ?? '$LATEST';
  if (qualifier !== '$LATEST') throw invalid(`Qualifier ${qualifier} is not emulated`);
  for (const header of [
    'x-amz-client-context',
    'x-amz-tenant-id',
    'x-amz-durable-execution-name',
  ]) {
    if (request.headers[header] !== undefined) throw invalid(`${header} is not emulated`);
  }
  return { name: decodeURIComponent(match[1]), type, withLog: logType === 'Tail' };
}

/** The value of a header, which must be in `known`; its first entry if the header is missing. */
function oneOf(request: IncomingMessage, header: string, known: string[]): string {
  const value = String(request.headers[header] ?? known[0]);
  if (known.includes(value)) return value;
  throw invalid(`${header} ${value} is not emulated, only ${known.join(', ')}`);
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterValueException', message);
}

async function readPayload(request: IncomingMessage, limit: number): Promise<string> {
  const text = await readText(request, limit);
  try {
    if (text !== '') JSON.parse(text);
    return text || '{}';
  } catch (error) {
    throw new AwsError(
      'InvalidRequestContentException',
      `Could not parse request body into json: ${error}`,
    );
  }
}

async function readText(request: IncomingMessage, limit: number): Promise<string> {
  try {
    return (await readBody(request, limit)).toString('utf8');
  } catch (error) {
    if (!(error instanceof AwsError) || error.status !== 413) throw error;
    const message = `Request must be smaller than ${limit} bytes for the InvokeFunction operation`;
    throw new AwsError('RequestTooLargeException', message, 413);
  }
}
