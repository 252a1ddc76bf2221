import { type FieldNode, getArgumentValues } from 'graphql';
import type { AnswerError } from '../answer/answerErrors.ts';
import { coerceVariables } from '../answer/coerceVariables.ts';
import type { Engine } from '../answer/engine.ts';
import { isWhollyDenied } from '../answer/isWhollyDenied.ts';
import type { GraphQLRequest, Operation } from '../answer/operation.ts';
import { fieldsOf } from '../answer/selection.ts';
import type { Caller } from '../callers/caller.ts';
import type { SubscriptionFilter } from '../utils/invocation.ts';
import { checkFilter } from './checkFilter.ts';
import { RealtimeFault } from './realtimeFault.ts';
import type { Interest } from './subscriptions.ts';

/** An accepted subscription. */
export interface Started {
  interest: Interest;
  /** The invalidations that end it; null for none. */
  invalidationFilter: SubscriptionFilter | null;
}

/**
 * Checks a subscription and runs its resolver, which may reject it or set filters. `id` is the
 * client's id for it. Throws a RealtimeFault with the reason if it is rejected.
 */
export async function startSubscription(
  engine: Engine,
  id: string,
  request: GraphQLRequest,
  caller: Caller,
  headers: Record<string, string>,
): Promise<Started> {
  const operation = engine.prepare(request);
  if ('errors' in operation) throw refuse(operation.errors);
  const { operation: kind } = operation.node;
  if (kind !== 'subscription') throw unsupported(kind);
  if (isWhollyDenied(engine.schema, operation, caller)) throw denied();
  const variables = coerceVariables(engine.schema, operation);
  const root = variables && readRoot(operation, variables, id);
  const { answer, subscriptionFilter, invalidationFilter } = await engine.run(
    operation,
    caller,
    headers,
  );
  // Before the first event the answer is empty, even if the type is non-null.
  const errors = answer.errors?.filter(
    (error) => 'errorType' in error || !error.message.startsWith('Cannot return null'),
  );
  if (errors?.length || !root) throw refuse(errors ?? []);
  for (const filter of [subscriptionFilter, invalidationFilter]) accept(filter);
  const field = root.name.value;
  const args = readArguments(engine, root, variables);
  return {
    interest: { field, operation, caller, args, filter: subscriptionFilter },
    invalidationFilter,
  };
}

/** The one top-level field. Two of them count as the same subscription twice (reported). */
function readRoot(
  { node, fragments }: Operation,
  variables: Record<string, unknown>,
  id: string,
): FieldNode {
  const roots = [...fieldsOf([node.selectionSet], fragments, variables).values()];
  const root = roots[0]?.[0];
  if (roots.length !== 1 || !root) throw duplicated(id);
  return root;
}

/** The error for an operation that is not a subscription; `unknown` if it is unreadable. */
export function unsupported(operation: string): RealtimeFault {
  const message = `${operation} not supported through the realtime channel`;
  return new RealtimeFault({ errorType: 'UnsupportedOperation', message });
}

/** The error for an IAM identity whose policies deny access (reported). */
function denied(): RealtimeFault {
  return new RealtimeFault({ errorType: 'UnauthorizedException', message: 'Permission denied' });
}

/** The error for a subscription id that the connection already uses. */
export function duplicated(id: string): RealtimeFault {
  const message = `Duplicated operation with id ${id}`;
  return new RealtimeFault({ errorType: 'DuplicatedOperationError', message });
}

function refuse(errors: AnswerError[]): RealtimeFault {
  return new RealtimeFault(
    ...errors.map((error) => ({
      ...('errorType' in error && error.errorType !== null && { errorType: error.errorType }),
      message: error.message,
    })),
  );
}

function accept(filter: SubscriptionFilter | null): void {
  try {
    if (filter) checkFilter(filter);
  } catch (refused) {
    throw new RealtimeFault({ message: (refused as Error).message, errorCode: 400 });
  }
}

/**
 * The arguments that filter. An omitted one does not; a variable without a value counts as null
 * (reported).
 */
function readArguments(
  engine: Engine,
  root: FieldNode,
  variables: Record<string, unknown>,
): Record<string, unknown> {
  const field = engine.schema.getSubscriptionType()?.getFields()[root.name.value];
  if (!field) return {};
  const given = getArgumentValues(field, root, variables);
  const missing = (root.arguments ?? []).filter(({ name }) => given[name.value] === undefined);
  return { ...given, ...Object.fromEntries(missing.map(({ name }) => [name.value, null])) };
}
