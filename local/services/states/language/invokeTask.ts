import type { Json } from '../../../lib/resource.ts';
import { runtimeError, StateError } from '../expressions/stateError.ts';
import type { InvokeLambda } from './tasks.ts';

/**
 * Calls a function for a Task state. Maps a failure to AWS's error: the error type and a JSON
 * Cause.
 */
export async function invokeTask(invoke: InvokeLambda, arn: string, payload: Json): Promise<Json> {
  try {
    return (await invoke(arn, payload)) ?? null;
  } catch (error) {
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    const trace = stack.split('\n').map((line) => line.trim());
    const cause = JSON.stringify({ errorType: name, errorMessage: message, trace });
    throw new StateError(name, name.startsWith('Lambda.') ? message : cause);
  }
}

/** `lambda:invoke`: returns the function's answer in `Payload`. */
export async function invokeWithParameters(invoke: InvokeLambda, parameters: Json): Promise<Json> {
  const {
    FunctionName,
    Payload = {},
    InvocationType = 'RequestResponse',
  } = (parameters ?? {}) as { [name: string]: Json };
  if (typeof FunctionName !== 'string') {
    const seen = JSON.stringify(FunctionName);
    throw runtimeError(`FunctionName is ${seen}, expected the name or ARN of a function`);
  }
  if (InvocationType !== 'RequestResponse') {
    throw runtimeError(`InvocationType ${InvocationType} is not emulated on this machine`);
  }
  const payload = await invokeTask(invoke, FunctionName, Payload);
  return { ExecutedVersion: '$LATEST', Payload: payload, StatusCode: 200 };
}
