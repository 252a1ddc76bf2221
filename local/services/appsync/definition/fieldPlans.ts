import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import type { Resolver } from './api.ts';
import type { Mode } from './modes.ts';

/** What is known about a field before any request. */
export interface FieldPlan {
  /** `Type.field` */
  name: string;
  /** The modes that may read it. */
  modes: Set<Mode>;
  /** Undefined for a field that is read from its parent. */
  resolver: Resolver | undefined;
}

/** The plan of a field; undefined for introspection fields. */
export type PlanOf = (type: GraphQLObjectType, fieldName: string) => FieldPlan | undefined;

/** The plans of all fields in `modes`, so that requests need no lookup by a joined name. */
export function planFields(
  schema: GraphQLSchema,
  modes: Map<string, Set<Mode>>,
  resolvers: Map<string, Resolver>,
): Map<GraphQLObjectType, Map<string, FieldPlan>> {
  const plans = new Map<GraphQLObjectType, Map<string, FieldPlan>>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const ofType = new Map<string, FieldPlan>();
    for (const fieldName of Object.keys(type.getFields())) {
      const name = `${type.name}.${fieldName}`;
      const ofField = modes.get(name);
      if (ofField) ofType.set(fieldName, { name, modes: ofField, resolver: resolvers.get(name) });
    }
    plans.set(type, ofType);
  }
  return plans;
}
