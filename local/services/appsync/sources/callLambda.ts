import type { Json } from '../../../lib/resource.ts';
import type { Step } from '../definition/api.ts';
import { ResolverError } from '../utils/errors.ts';
import type { LambdaBatches } from './lambdaBatches.ts';
import type { Outcome } from './outcome.ts';

export type InvokeLambda = (functionArn: string, payload: Json) => Promise<Json>;

/** State shared by the calls of one request. */
export interface LambdaCalls {
  invoke: InvokeLambda;
  batches: LambdaBatches;
  log: (line: string) => void;
}

interface LambdaRequest {
  operation: 'Invoke' | 'BatchInvoke';
  invocationType: 'RequestResponse' | 'Event';
  payload: Json;
}

/** "By default, AppSync sends requests to your Lambda function in batches of up to five items." */
const DEFAULT_BATCH = 5;

/**
 * Calls a function with the payload of a request, or with a list of the payloads that the same
 * field produces elsewhere in the answer at the same time ("Resolver function reference for
 * Lambda"). An Event invocation is not awaited: its result is null.
 */
export async function callLambda(
  fieldName: string,
  { name, maxBatchSize }: Step,
  functionArn: string,
  given: Json,
  { invoke, batches, log }: LambdaCalls,
): Promise<Outcome> {
  const { operation, invocationType, payload } = readRequest(given);
  const send =
    invocationType === 'RequestResponse'
      ? (sent: Json) => invoke(functionArn, sent)
      : async (sent: Json) => {
          invoke(functionArn, sent).catch((fault: Error) =>
            log(`${name}: the function failed after it was invoked as an Event: ${fault.message}`),
          );
          return Array.isArray(sent) ? sent.map(() => null) : null;
        };
  try {
    const result =
      operation === 'Invoke'
        ? await send(payload)
        : await batches.add(`${fieldName} ${name}`, maxBatchSize ?? DEFAULT_BATCH, payload, send);
    return { result, error: null };
  } catch (fault) {
    return { result: null, error: describe(fault as Error) };
  }
}

function readRequest(given: Json): LambdaRequest {
  if (given === null || typeof given !== 'object' || Array.isArray(given)) {
    throw malformed(`it is ${JSON.stringify(given)}, an object is expected`);
  }
  const { operation, invocationType = null, payload = null, ...unknown } = given;
  const [extra] = Object.keys(unknown);
  if (extra) throw malformed(`the member "${extra}" is unknown`);
  if (operation !== 'Invoke' && operation !== 'BatchInvoke') {
    throw malformed(`the operation is ${JSON.stringify(operation)}, not Invoke or BatchInvoke`);
  }
  const type = invocationType ?? 'RequestResponse';
  if (type !== 'RequestResponse' && type !== 'Event') {
    throw malformed(`the invocationType is ${JSON.stringify(type)}, not RequestResponse or Event`);
  }
  return { operation, invocationType: type, payload };
}

function malformed(detail: string): ResolverError {
  return new ResolverError(`Invalid request to a Lambda function: ${detail}`, 'MappingTemplate');
}

/** Reported: the function's own error name is kept beside AppSync's. */
function describe({ name, message }: Error): Outcome['error'] {
  if (name.startsWith('Lambda.')) {
    return { message, type: name.replace('.', ':'), unhandledErrorType: null };
  }
  return { message, type: 'Lambda:Unhandled', unhandledErrorType: name };
}
