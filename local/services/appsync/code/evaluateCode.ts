import type { Json } from '../../../lib/resource.ts';
import { ResolverError, UnauthorizedField } from '../utils/errors.ts';
import { startInvocation } from '../utils/invocation.ts';
import { authTypeOf } from './authTypeOf.ts';
import { type HandlerName, Sandbox } from './sandbox.ts';

/** What AppSync's EvaluateCode tells of one run of one handler. */
export interface Evaluation {
  /** What the handler returned; left out when it failed. */
  result?: Json;
  /** The message of the error that it ended with, as `util.error` or a helper gave it. */
  error?: string;
  stash: { [name: string]: Json };
  /** The messages of `util.appendError`. */
  appended: string[];
  logs: unknown[][];
}

/**
 * Runs one handler on a context, as AppSync's EvaluateCode does. Throws when the code itself is
 * refused, with file, line, column and rule.
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
