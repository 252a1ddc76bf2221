import type { Json } from '../../../lib/resource.ts';
import type { ResolverError } from './errors.ts';
import type { StatementResult } from './statementResult.ts';

/** One filter of an enhanced subscription. */
export interface Filter {
  fieldName: string;
  operator: string;
  value: unknown;
}

/**
 * The argument of `extensions.setSubscriptionFilter`: at least one group must match, with all its
 * filters.
 */
export interface SubscriptionFilter {
  filterGroup: { filters: Filter[] }[];
}

/** One call of `extensions.invalidateSubscriptions`. */
export interface Invalidation {
  /** A field of the type Subscription whose listeners may be disconnected. */
  subscriptionField: string;
  /** The values that their invalidation filters are matched against. */
  payload: { [name: string]: Json };
}

/** A database's answer, as objects and as the text passed to a resolver. */
export interface RdsResult {
  text: string;
  sqlStatementResults: readonly StatementResult[];
}

/** The side effects of one run of a handler. */
export interface Invocation {
  /** The value of `util.authType()`. */
  authType: string;
  appendedErrors: ResolverError[];
  subscriptionFilter: SubscriptionFilter | null;
  /** The last argument of `extensions.setSubscriptionInvalidationFilter`; null if not called. */
  invalidationFilter: SubscriptionFilter | null;
  /** The distinct invalidations in call order; a request shares one list. */
  invalidations: Invalidation[];
  responseHeaders: Record<string, string>;
  /**
   * The database's last answer with its text in `ctx.result`, which so need not be parsed; null if
   * none.
   */
  rdsResult: RdsResult | null;
  log(level: 'log' | 'error', values: unknown[]): void;
}

let current: Invocation = startInvocation();

/** An invocation without side effects so far. */
export function startInvocation(options: Partial<Invocation> = {}): Invocation {
  return {
    authType: 'API Key Authorization',
    appendedErrors: [],
    subscriptionFilter: null,
    invalidationFilter: null,
    invalidations: [],
    responseHeaders: {},
    rdsResult: null,
    log: (level, values) => console[level](...values),
    ...options,
  };
}

/**
 * The invocation of the running handler. Handlers cannot wait, so there is never more than one.
 * Outside `runInvocation`, as in a unit test of a resolver, one invocation lasts as long as the
 * process.
 */
export function currentInvocation(): Invocation {
  return current;
}

/** Runs a handler and records its side effects in `invocation`. */
export function runInvocation<T>(invocation: Invocation, handler: () => T): T {
  const before = current;
  current = invocation;
  try {
    return handler();
  } finally {
    current = before;
  }
}
