import type { Json } from '../../../lib/resource.ts';
import { ResolverError, UnauthorizedField } from '../utils/errors.ts';
import { startInvocation } from '../utils/invocation.ts';
import { authTypeOf } from './authTypeOf.ts';
import { type HandlerName, Sandbox } from './sandbox.ts';

/** The result of AppSync's EvaluateCode for one run of a handler. */
export interface Evaluation {
  /** The handler's return value; omitted if it failed. */
  result?: Json;
  /** The message of the error that ended it, from `util.error` or a helper. */
  error?: string;
  stash: { [name: string]: Json };
  /** The messages of `util.appendError`. */
  appended: string[];
  logs: unknown[][];
}

/**
 * Runs one handler on a context, as AppSync's EvaluateCode does. Throws, with file, line, column
 * and rule, if the code itself is rejected.
 */
export function evaluateCode(code: string, handler: HandlerName, context: object): Evaluation {
  const loaded = new Sandbox().load(code, 'code.js');
  const logs: unknown[][] = [];
  const invocation = startInvocation({
    authType: authTypeOf((context as { identity?: unknown }).identity),
    log: (_, values) => logs.push(values),
  });
  const appended = () => invocation.appendedErrors.map(({ message }) => message);
  try {
    const { result, stash } = loaded.run(handler, context, invocation);
    return { result, stash, appended: appended(), logs };
  } catch (fault) {
    if (!(fault instanceof ResolverError || fault instanceof UnauthorizedField)) throw fault;
    return { error: fault.message, stash: {}, appended: appended(), logs };
  }
}
