import type { Json } from '../../../lib/resource.ts';
import type { ResolverError } from './errors.ts';
import type { StatementResult } from './statementResult.ts';

/** One filter of an enhanced subscription. */
export interface Filter {
  fieldName: string;
  operator: string;
  value: unknown;
}

/** What `extensions.setSubscriptionFilter` takes: one of the groups must hold, in it every filter. */
export interface SubscriptionFilter {
  filterGroup: { filters: Filter[] }[];
}

/** One call of `extensions.invalidateSubscriptions`. */
export interface Invalidation {
  /** A field of the type Subscription; those who listen to it may be disconnected. */
  subscriptionField: string;
  /** What their invalidation filter is held against. */
  payload: { [name: string]: Json };
}

/** The answer of a database, as objects and as the text that a resolver gets. */
export interface RdsResult {
  text: string;
  sqlStatementResults: readonly StatementResult[];
}

/** What one run of a handler leaves behind besides its result. */
export interface Invocation {
  /** What `util.authType()` answers. */
  authType: string;
  appendedErrors: ResolverError[];
  subscriptionFilter: SubscriptionFilter | null;
  /** What `extensions.setSubscriptionInvalidationFilter` was given last; null when it was not called. */
  invalidationFilter: SubscriptionFilter | null;
  /** The distinct invalidations in the order of their calls; a request shares one list. */
  invalidations: Invalidation[];
  responseHeaders: Record<string, string>;
  /** What a database answered last, and its text in `ctx.result`, which so need not be parsed; null without one. */
  rdsResult: RdsResult | null;
  log(level: 'log' | 'error', values: unknown[]): void;
}

let current: Invocation = startInvocation();

/** An invocation in which nothing has happened yet. */
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
 * The invocation whose handler runs now. Handlers cannot wait for anything, so there is never more
 * than one. Outside of `runInvocation`, as in a unit test of a resolver, it is one that lasts as
 * long as the process.
 */
export function currentInvocation(): Invocation {
  return current;
}

/** Runs a handler so that what it leaves behind is kept in `invocation`. */
export function runInvocation<T>(invocation: Invocation, handler: () => T): T {
  const before = current;
  current = invocation;
  try {
    return handler();
  } finally {
    current = before;
  }
}
