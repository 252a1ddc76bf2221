import { type FieldNode, getArgumentValues, getVariableValues } from 'graphql';
import type { Caller } from './caller.ts';
import type { Engine, GraphQLRequest, Operation } from './engine.ts';
import { checkFilter } from './filters.ts';
import { fieldsOf } from './selection.ts';
import type { Interest } from './subscriptions.ts';

/** A `start` that is refused: what its `error` message holds. */
export class StartFault extends Error {
  readonly errors: { errorType: string | null; message: string }[];

  constructor(errors: { errorType: string | null; message: string }[]) {
    super(errors.map(({ message }) => message).join('; '));
    this.name = 'StartFault';
    this.errors = errors;
  }
}

/** Checks a subscription and runs its resolver, which may refuse it or set a filter. */
export async function startSubscription(
  engine: Engine,
  request: GraphQLRequest,
  caller: Caller,
  headers: Record<string, string>,
): Promise<Interest> {
  const operation = engine.prepare(request);
  if ('errors' in operation) throw new StartFault(operation.errors);
  if (operation.node.operation !== 'subscription') {
    throw fault(
      'UnsupportedOperation',
      `${operation.node.operation} not supported through the realtime channel`,
    );
  }
  const variables = request.variables ?? {};
  const roots = [
    ...fieldsOf([operation.node.selectionSet], operation.fragments, variables).values(),
  ];
  const root = roots[0]?.[0];
  if (roots.length !== 1 || !root) {
    throw fault('DuplicatedOperationError', 'a subscription has exactly one top-level field');
  }
  const { answer, subscriptionFilter } = await engine.run(operation, caller, headers);
  // Before the first event there is nothing to answer with, even where the type allows no null.
  const errors =
    answer.errors?.filter(({ message }) => !message.startsWith('Cannot return null')) ?? [];
  if (errors.length > 0) throw new StartFault(errors);
  if (subscriptionFilter) {
    try {
      checkFilter(subscriptionFilter);
    } catch (refused) {
      throw fault('BadRequestException', (refused as Error).message);
    }
  }
  const field = root.name.value;
  return {
    field,
    operation,
    caller,
    args: readArguments(engine, operation, root),
    filter: subscriptionFilter,
  };
}

/**
 * The arguments that filter. One that is left out does not; one that is given a variable without a
 * value counts as null (reported).
 */
function readArguments(
  engine: Engine,
  { node, request }: Operation,
  root: FieldNode,
): Record<string, unknown> {
  const field = engine.schema.getSubscriptionType()?.getFields()[root.name.value];
  if (!field) return {};
  const { coerced = {} } = getVariableValues(
    engine.schema,
    node.variableDefinitions ?? [],
    request.variables ?? {},
  );
  const given = getArgumentValues(field, root, coerced);
  const missing = (root.arguments ?? []).filter(({ name }) => given[name.value] === undefined);
  return { ...given, ...Object.fromEntries(missing.map(({ name }) => [name.value, null])) };
}

function fault(errorType: string, message: string): StartFault {
  return new StartFault([{ errorType, message }]);
}
