import type { FieldNode, FragmentDefinitionNode } from 'graphql';
import {
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import { fieldsOf, selectionSetsOf } from '../answer/selection.ts';

/** The parts of an operation that determine the selected fields. */
export interface Selecting {
  fragments: Record<string, FragmentDefinitionNode>;
  /** Including their defaults. */
  variables: Record<string, unknown>;
}

/**
 * The event that a mutation publishes: the part of its answer in its selection set, by field names
 * instead of aliases, and with AWSJSON parsed.
 */
export function readEvent(
  value: unknown,
  type: GraphQLOutputType,
  nodes: FieldNode[],
  selecting: Selecting,
): unknown {
  const nullable = getNullableType(type);
  if (value === null || value === undefined) return null;
  if (isListType(nullable)) {
    return (value as unknown[]).map((one) => readEvent(one, nullable.ofType, nodes, selecting));
  }
  if (typeof value !== 'object') {
    return getNamedType(type).name === 'AWSJSON' ? JSON.parse(String(value)) : value;
  }
  const event: Record<string, unknown> = {};
  const { fragments, variables } = selecting;
  for (const [alias, below] of fieldsOf(selectionSetsOf(nodes), fragments, variables)) {
    const name = (below[0] as FieldNode).name.value;
    const selected = (value as Record<string, unknown>)[alias];
    const declared =
      isObjectType(nullable) || isInterfaceType(nullable) ? nullable.getFields()[name] : undefined;
    if (selected === undefined) continue;
    event[name] = declared ? readEvent(selected, declared.type, below, selecting) : selected;
  }
  return event;
}
