import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError } from './awsError.ts';
import { type FaultRule, FaultRuleError, type Faults } from './faults.ts';
import { readBody } from './readBody.ts';

/** The path of every service's fault switches; no AWS service has such a path. */
export const faultsPath = '/_local/faults';

const largestRequest = 64 * 1024;
const members = ['operation', 'fault', 'times', 'share'];

/**
 * Lets any process set a service's faults. PUT `{faults: [{operation?, fault, times | share}]}`
 * replaces all rules, DELETE removes them, GET reads them. Each returns `{faults, operations,
 * kinds}`: the active rules with their `seen` and `taken` calls, and the possible operations and
 * faults. An invalid rule returns 400 `{message}` and changes nothing.
 */
export async function serveFaults(
  faults: Faults,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (request.method === 'PUT') faults.set(readRules(await readBody(request, largestRequest)));
    else if (request.method === 'DELETE') faults.set([]);
    else if (request.method !== 'GET') {
      throw new AwsError(
        'MethodNotAllowed',
        `${request.method} is not allowed: expected GET, PUT or DELETE`,
        405,
      );
    }
    const { operations, faults: kinds } = faults.kinds;
    send(response, 200, { faults: faults.rules, operations, kinds });
  } catch (error) {
    request.resume();
    if (error instanceof FaultRuleError) send(response, 400, { message: error.message });
    else if (error instanceof AwsError) send(response, error.status, { message: error.message });
    else throw error;
  }
}

function readRules(body: Buffer): FaultRule[] {
  const { faults } = parse(body.toString('utf8'));
  if (!Array.isArray(faults)) {
    throw new FaultRuleError('the body has no list "faults"; DELETE ends all faults');
  }
  return faults.map(readRule);
}

function parse(text: string): { faults?: unknown } {
  try {
    return Object(JSON.parse(text));
  } catch (error) {
    throw new FaultRuleError(`the body is not JSON: ${error}`);
  }
}

function readRule(value: unknown): FaultRule {
  const rule: { [member: string]: unknown } = Object(value);
  const unknown = Object.keys(rule).filter((member) => !members.includes(member));
  if (unknown.length > 0) {
    throw new FaultRuleError(`${unknown.join(', ')}: expected only ${members.join(', ')}`);
  }
  return {
    fault: String(rule.fault),
    ...(rule.operation === undefined ? {} : { operation: String(rule.operation) }),
    ...(rule.times === undefined ? {} : { times: Number(rule.times) }),
    ...(rule.share === undefined ? {} : { share: Number(rule.share) }),
  };
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
