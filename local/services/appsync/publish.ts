import type { FieldNode } from 'graphql';
import type { Engine, Operation } from './engine.ts';
import { readEvent } from './readEvent.ts';
import { fieldsOf } from './selection.ts';
import type { Subscriptions } from './subscriptions.ts';

/** Tells subscribers what a mutation has answered. */
export type Publish = (operation: Operation, data: Record<string, unknown>) => Promise<void>;

export function createPublish(
  engine: Engine,
  subscriptions: Subscriptions,
  log: (line: string) => void,
): Publish {
  return async (operation, data) => {
    const variables = operation.request.variables ?? {};
    const mutation = engine.schema.getMutationType()?.getFields() ?? {};
    const fields = fieldsOf([operation.node.selectionSet], operation.fragments, variables);
    for (const [alias, nodes] of fields) {
      const name = (nodes[0] as FieldNode).name.value;
      const listeners = engine.subscribers.get(name) ?? [];
      const type = mutation[name]?.type;
      if (listeners.length === 0 || !type) continue;
      const event = readEvent(data[alias], type, nodes, operation);
      if (event === null) continue;
      for (const field of listeners) {
        // The mutation has been answered: what goes wrong with listeners is not its caller's concern.
        await subscriptions
          .deliver(field, event)
          .catch((fault: Error) => log(`${field}: ${fault.stack}`));
      }
    }
  };
}
