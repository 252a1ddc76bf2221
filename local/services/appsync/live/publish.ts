import type { FieldNode } from 'graphql';
import { coerceVariables } from '../answer/coerceVariables.ts';
import type { Engine, Executed } from '../answer/engine.ts';
import type { Operation } from '../answer/operation.ts';
import { fieldsOf } from '../answer/selection.ts';
import { createInvalidate } from './invalidate.ts';
import { readEvent } from './readEvent.ts';
import type { Subscriptions } from './subscriptions.ts';

/**
 * Sends a mutation's answer to subscribers and ends invalidated subscriptions. A query can do
 * neither.
 */
export type Publish = (operation: Operation, executed: Executed) => Promise<void>;

export function createPublish(
  engine: Engine,
  subscriptions: Subscriptions,
  log: (line: string) => void,
): Publish {
  const invalidate = createInvalidate(engine, subscriptions, log);
  return async (operation, { answer, invalidations }) => {
    if (operation.node.operation !== 'mutation') {
      if (invalidations.length > 0) log('cannot invalidate subscriptions: only a mutation can');
      return;
    }
    for (const { field, event } of readEvents(engine, operation, answer.data)) {
      // The mutation has been answered; failures of listeners do not concern its caller.
      await subscriptions
        .deliver(field, event)
        .catch((fault: Error) => log(`${field}: ${fault.stack}`));
    }
    invalidate(invalidations);
  };
}

/**
 * The subscription fields that listen to a field of the mutation, each with that field's answer.
 */
function readEvents(
  engine: Engine,
  operation: Operation,
  data: Record<string, unknown> | null,
): { field: string; event: unknown }[] {
  const { node, fragments } = operation;
  const variables = coerceVariables(engine.schema, operation);
  if (!data || !variables) return [];
  const mutation = engine.schema.getMutationType()?.getFields() ?? {};
  const fields = [...fieldsOf([node.selectionSet], fragments, variables)];
  return fields.flatMap(([alias, nodes]) => {
    const name = (nodes[0] as FieldNode).name.value;
    const listeners = engine.subscribers.get(name) ?? [];
    const type = mutation[name]?.type;
    if (listeners.length === 0 || !type) return [];
    const event = readEvent(data[alias], type, nodes, { fragments, variables });
    return event === null ? [] : listeners.map((field) => ({ field, event }));
  });
}
