import type { Json } from '../../../lib/resource.ts';
import type { RdsResult } from '../utils/invocation.ts';

/** The content of a resolver's `ctx.result` and `ctx.error`. */
export interface Outcome {
  result: Json;
  /** `unhandledErrorType` exists for functions: the name of the error thrown. */
  error: { message: string; type: string; unhandledErrorType?: string | null } | null;
  /** Present if `result` is the text of a database's answer. */
  rdsResult?: RdsResult;
}
