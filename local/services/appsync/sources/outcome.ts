import type { Json } from '../../../lib/resource.ts';
import type { RdsResult } from '../utils/invocation.ts';

/** What a resolver finds in `ctx.result` and `ctx.error`. */
export interface Outcome {
  result: Json;
  /** `unhandledErrorType` is there for functions: the name of what they threw. */
  error: { message: string; type: string; unhandledErrorType?: string | null } | null;
  /** Where `result` is the text of a database's answer. */
  rdsResult?: RdsResult;
}
