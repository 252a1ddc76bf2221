import type { GraphQLResolveInfo } from 'graphql';
import type { Caller } from '../callers/caller.ts';
import type { Api } from '../definition/api.ts';
import type { FieldPlan, PlanOf } from '../definition/fieldPlans.ts';
import { AUTH_TYPE } from '../definition/modes.ts';
import type { DataSources } from '../sources/callDataSource.ts';
import type { Deadline } from '../sources/deadline.ts';
import { ResolverError, UnauthorizedField } from '../utils/errors.ts';
import {
  type Invalidation,
  type Invocation,
  type SubscriptionFilter,
  startInvocation,
} from '../utils/invocation.ts';
import { memberOf } from '../utils/memberOf.ts';
import type { AnswerError } from './answerErrors.ts';
import { type FieldContext, runResolver } from './runResolver.ts';
import { filterBySelection, listSelections, printSelection } from './selection.ts';

/** The API that receives a request. */
export interface AskedApi {
  api: Api;
  planOf: PlanOf;
}

/** What the fields of one request share. */
export interface RequestContext {
  engine: AskedApi;
  caller: Caller;
  headers: Record<string, string>;
  deadline: Deadline;
  sources: DataSources;
  log: (line: string) => void;
  appendedErrors: AnswerError[];
  resolversRun: number;
  subscriptionFilter: SubscriptionFilter | null;
  invalidationFilter: SubscriptionFilter | null;
  invalidations: Invalidation[];
  responseHeaders: Record<string, string>;
}

/** Resolves one field: by its resolver, or from the source's property of the same name. */
export function answerField(
  source: unknown,
  args: Record<string, unknown>,
  context: RequestContext,
  info: GraphQLResolveInfo,
): unknown {
  const { engine, caller } = context;
  const { api } = engine;
  if (api.queryDepthLimit > 0) checkDepth(info, api.queryDepthLimit);
  const plan = engine.planOf(info.parentType, info.fieldName);
  if (plan) checkPlan(plan, caller, info);
  const resolver = plan?.resolver;
  if (!resolver) return readMember(source, info.fieldName);
  if (context.deadline.hasPassed()) {
    throw new ResolverError('Execution timed out.', 'ExecutionTimeout');
  }
  context.resolversRun += 1;
  if (context.resolversRun > api.resolverCountLimit) {
    throw new ResolverError('Resolver execution limit reached.', 'ResolverExecutionLimitReached');
  }
  const invocation = startInvocation({
    authType: AUTH_TYPE[context.caller.mode],
    invalidations: context.invalidations,
    responseHeaders: context.responseHeaders,
    log: (level, values) =>
      context.log(`${resolver.name} ${level}: ${values.map(write).join(' ')}`),
  });
  const field = describeField(source, args, context, info);
  return runResolver(resolver, field, invocation, context.sources)
    .catch((fault) => {
      throw translate(fault, info);
    })
    .finally(() => keepEffects(invocation, context, info));
}

/** A property of a resolved object; null if there is none. */
export function readMember(source: unknown, fieldName: string): unknown {
  if (source === null || typeof source !== 'object') return null;
  return memberOf(source as Record<string, unknown>, fieldName) ?? null;
}

/** Throws if the caller's mode or authorizer does not allow the field. */
export function checkMode(engine: AskedApi, caller: Caller, info: GraphQLResolveInfo): void {
  const plan = engine.planOf(info.parentType, info.fieldName);
  if (plan) checkPlan(plan, caller, info);
}

function checkPlan({ name, modes }: FieldPlan, caller: Caller, info: GraphQLResolveInfo): void {
  const isDenied = caller.deniedFields.length > 0 && caller.deniedFields.includes(name);
  if (isDenied || !modes.has(caller.mode)) throw notAuthorized(info);
}

function notAuthorized({ fieldName, parentType }: GraphQLResolveInfo): ResolverError {
  const message = `Not Authorized to access ${fieldName} on type ${parentType.name}`;
  return new ResolverError(message, 'Unauthorized');
}

/** Leaves count as a level (reported). */
function checkDepth(info: GraphQLResolveInfo, limit: number): void {
  let depth = 0;
  for (let at: typeof info.path | undefined = info.path; at; at = at.prev) {
    if (typeof at.key === 'string') depth += 1;
  }
  if (depth > limit) {
    throw new ResolverError(`Query depth limit of ${limit} exceeded.`, 'QueryDepthLimitReached');
  }
}

function describeField(
  source: unknown,
  args: Record<string, unknown>,
  { caller, headers, engine }: RequestContext,
  info: GraphQLResolveInfo,
): FieldContext {
  return {
    arguments: args,
    identity: caller.identity,
    source: source ?? null,
    request: { headers, domainName: null },
    info: {
      fieldName: info.fieldName,
      parentTypeName: info.parentType.name,
      variables: info.variableValues,
      selectionSetList: listSelections(info),
      selectionSetGraphQL: printSelection(info),
    },
    env: engine.api.environment,
  };
}

function translate(fault: unknown, info: GraphQLResolveInfo): unknown {
  if (fault instanceof UnauthorizedField) return notAuthorized(info);
  if (!(fault instanceof ResolverError)) return fault;
  const { message, errorType, data, errorInfo } = fault;
  return new ResolverError(message, errorType, filterBySelection(data, info), errorInfo);
}

function keepEffects(
  invocation: Invocation,
  context: RequestContext,
  info: GraphQLResolveInfo,
): void {
  const path: (string | number)[] = [];
  for (let at: typeof info.path | undefined = info.path; at; at = at.prev) path.unshift(at.key);
  const at = info.fieldNodes[0]?.loc?.startToken;
  for (const { message, errorType, data, errorInfo } of invocation.appendedErrors) {
    const locations = at ? [{ line: at.line, column: at.column, sourceName: null }] : null;
    const filtered = filterBySelection(data, info);
    context.appendedErrors.push({ path, data: filtered, errorType, errorInfo, locations, message });
  }
  context.subscriptionFilter = invocation.subscriptionFilter ?? context.subscriptionFilter;
  context.invalidationFilter = invocation.invalidationFilter ?? context.invalidationFilter;
}

function write(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
}
