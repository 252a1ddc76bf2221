import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError } from '../protocol/awsError.ts';
import { readBody } from '../protocol/readBody.ts';

/** A function whose environment can be read and changed. */
export interface Configurable {
  name: string;
  arn: string;
  variables(): { [name: string]: string };
  /** Applies to all later invocations; running ones keep their variables. */
  setVariables(variables: { [name: string]: string }): void;
}

const PATH = /^\/2015-03-31\/functions\/([^/]+)\/configuration$/;
const LARGEST_BODY = 64 * 1024;

/**
 * The function named by a GetFunctionConfiguration or UpdateFunctionConfiguration request; null for
 * others.
 */
export function readConfigurationTarget(request: IncomingMessage): string | null {
  const { pathname } = new URL(request.url ?? '/', 'http://lambda');
  const [, name] = PATH.exec(pathname) ?? [];
  const isKnown = request.method === 'GET' || request.method === 'PUT';
  return name !== undefined && isKnown ? decodeURIComponent(name) : null;
}

/**
 * Answers GetFunctionConfiguration, and UpdateFunctionConfiguration with only `Environment`, which
 * is replaced entirely. The change lasts until the stack ends.
 */
export async function answerConfiguration(
  fn: Configurable,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'PUT') fn.setVariables(await readVariables(request));
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({
      FunctionName: fn.name,
      FunctionArn: fn.arn,
      Version: '$LATEST',
      State: 'Active',
      LastUpdateStatus: 'Successful',
      Environment: { Variables: fn.variables() },
    }),
  );
}

async function readVariables(request: IncomingMessage): Promise<{ [name: string]: string }> {
  const text = (await readBody(request, LARGEST_BODY)).toString('utf8');
  const { Environment, ...others } = JSON.parse(text || '{}') as {
    Environment?: { Variables?: { [name: string]: string } };
  };
  const [other] = Object.keys(others);
  if (other !== undefined) {
    const message = `UpdateFunctionConfiguration with ${other} is not emulated, only with Environment`;
    throw new AwsError('InvalidParameterValueException', message);
  }
  return Environment?.Variables ?? {};
}
