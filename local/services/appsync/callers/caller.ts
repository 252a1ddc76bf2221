import type { Json } from '../../../lib/resource.ts';
import type { Mode } from '../definition/modes.ts';

/** The caller and how they were authenticated. */
export interface Caller {
  mode: Mode;
  /** `ctx.identity`: null for an API key. */
  identity: Json;
  /** What a Lambda authorizer or the caller's IAM policies deny, as `Type.field`. */
  deniedFields: string[];
}

/** A request that is rejected as a whole, with its HTTP status. */
export class RequestFault extends Error {
  readonly status: number;
  readonly errorType: string;

  constructor(status: number, errorType: string, message: string) {
    super(message);
    this.name = 'RequestFault';
    this.status = status;
    this.errorType = errorType;
  }
}
