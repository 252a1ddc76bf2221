import { NotEmulated } from '../../../lib/refuse.ts';
import type { Json } from '../../../lib/resource.ts';

/**
 * An entry of the answer's `errors`, thrown by `util.error`, `util.unauthorized` and the engine.
 */
export class ResolverError extends Error {
  readonly errorType: string | null;
  readonly data: Json;
  readonly errorInfo: Json;

  constructor(message: string, errorType?: string | null, data?: unknown, errorInfo?: unknown) {
    super(message);
    this.name = 'ResolverError';
    this.errorType = errorType ?? null;
    this.data = toJson(data);
    this.errorInfo = toJson(errorInfo);
  }
}

/** `util.unauthorized()`: the engine adds the field and type, which only it knows. */
export class UnauthorizedField extends Error {
  constructor() {
    super('Unauthorized');
    this.name = 'UnauthorizedField';
  }
}

/**
 * `runtime.earlyReturn()`: ends the handler that calls it. Not an `Error`, whose stack trace costs
 * more than the rest of the call.
 */
export class EarlyReturn {
  readonly value: Json;
  readonly skipTo: 'END' | 'NEXT';

  constructor(value: unknown, skipTo: 'END' | 'NEXT') {
    this.value = toJson(value);
    this.skipTo = skipTo;
  }
}

/** The error for a part of APPSYNC_JS that is not emulated. */
export function notEmulated(what: string): NotEmulated {
  return new NotEmulated(`${what} is not supported by the local AppSync`);
}

/** A copy with only JSON values; undefined becomes null. */
export function toJson(value: unknown): Json {
  const text = JSON.stringify(value);
  return text === undefined ? null : (JSON.parse(text) as Json);
}
