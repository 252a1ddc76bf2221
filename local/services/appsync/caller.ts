import type { Json } from '../../resource.ts';
import type { Mode } from './modes.ts';

/** Who asks, and how they proved it. */
export interface Caller {
  mode: Mode;
  /** `ctx.identity`: null for an API key. */
  identity: Json;
  /** What a Lambda authorizer denies this caller, as `Type.field`; empty for all other modes. */
  deniedFields: string[];
}

/** A request that is refused as a whole, with its HTTP status. */
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
