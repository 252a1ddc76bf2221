import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError } from '../protocol/awsError.ts';
import { type Listening, listen } from '../protocol/listen.ts';
import { readBody } from '../protocol/readBody.ts';
import { FunctionError } from './functionError.ts';
import { largestPayload } from './functionPool.ts';

/** Serves Lambda's Invoke operation to AWS's own clients, for synchronous invocations. */
export function serveInvokeApi(
  port: number,
  invoke: (nameOrArn: string, payload: string) => Promise<string>,
  log: (line: string) => void,
): Promise<Listening> {
  return listen(port, answer, log);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const name = readName(request);
      const payload = (await readPayload(request)) || '{}';
      response.setHeader('x-amz-executed-version', '$LATEST');
      response.setHeader('content-type', 'application/json');
      response.end(await invoke(name, payload));
    } catch (error) {
      if (error instanceof FunctionError) {
        const { errorType, errorMessage, stackTrace } = error.failure;
        response.setHeader('x-amz-function-error', 'Unhandled');
        response.end(JSON.stringify({ errorType, errorMessage, trace: stackTrace }));
        return;
      }
      if (!(error instanceof AwsError)) throw error;
      const type = error.name.replace(/^Lambda\./, '');
      response.writeHead(error.status, {
        'x-amzn-errortype': type,
        'content-type': 'application/json',
      });
      response.end(JSON.stringify({ Type: 'User', message: error.message }));
    }
  }
}

function readName(request: IncomingMessage): string {
  const path = (request.url ?? '/').replace(/\?.*$/s, '');
  const match = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(path);
  if (request.method !== 'POST' || match?.[1] === undefined) {
    throw new AwsError(
      'UnknownOperationException',
      `${request.method} ${path} is not emulated, only Invoke`,
      404,
    );
  }
  const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
  if (type !== 'RequestResponse') {
    throw new AwsError('InvalidParameterValueException', `Invocation type ${type} is not emulated`);
  }
  if ((request.headers['x-amz-log-type'] ?? 'None') !== 'None') {
    throw new AwsError('InvalidParameterValueException', 'Log type Tail is not emulated');
  }
  return decodeURIComponent(match[1]);
}

async function readPayload(request: IncomingMessage): Promise<string> {
  try {
    const text = (await readBody(request, largestPayload)).toString('utf8');
    if (text !== '') JSON.parse(text);
    return text;
  } catch (error) {
    const message = `Could not read the payload: ${error instanceof Error ? error.message : error}`;
    throw new AwsError('InvalidRequestContentException', message);
  }
}
