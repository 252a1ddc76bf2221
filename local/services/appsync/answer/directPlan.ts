import {
  type FieldNode,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  visit,
} from 'graphql';
import type { FieldPlan, PlanOf } from '../definition/fieldPlans.ts';
import type { Operation } from './operation.ts';
import { fieldsOf, selectionSetsOf } from './selection.ts';

/** A root field, which a resolver answers. */
export interface RootField {
  parentType: GraphQLObjectType;
  field: GraphQLField<unknown, unknown>;
  /** The first of `nodes`, whose arguments apply. */
  node: FieldNode;
  nodes: FieldNode[];
  responseName: string;
  value: ValuePlan;
}

/** How a value is copied into a response. */
export type ValuePlan =
  | { kind: 'NON_NULL' | 'LIST'; of: ValuePlan }
  | { kind: 'LEAF'; type: GraphQLLeafType }
  | { kind: 'OBJECT'; members: Member[] };

export interface Member {
  responseName: string;
  fieldName: string;
  /** Null for `__typename`, whose value is in `typeName`. */
  value: ValuePlan | null;
  typeName: string;
}

/** An operation's plan, known before it runs. */
export interface DirectPlan {
  roots: RootField[];
  /** Every field that is read, to check whether the caller may read it. */
  fields: FieldPlan[];
  /** The depth of the deepest field, counting itself. */
  depth: number;
}

/**
 * Plans a query that has resolvers only at the root and nothing that depends on a variable or on a
 * value's type; null for any other operation.
 */
export function planDirectly(
  { node, fragments, document }: Operation,
  schema: GraphQLSchema,
  planOf: PlanOf,
): DirectPlan | null {
  const query = schema.getQueryType();
  if (node.operation !== 'query' || !query || hasConditions(document, schema)) return null;
  const fields: FieldPlan[] = [];
  try {
    const roots = [...fieldsOf([node.selectionSet], fragments, {})].map(planRoot);
    return { roots, fields, depth: Math.max(...roots.map(({ value }) => depthOf(value))) };
  } catch (reason) {
    if (reason instanceof NotDirect) return null;
    throw reason;
  }

  function planRoot([responseName, nodes]: [string, FieldNode[]]): RootField {
    const parentType = query as GraphQLObjectType;
    refusePrototype(responseName);
    const { node, field, plan } = read(parentType, nodes);
    if (!plan.resolver) throw new NotDirect();
    return { parentType, field, node, nodes, responseName, value: planValue(field.type, nodes) };
  }

  function read(type: GraphQLObjectType, nodes: FieldNode[]) {
    const node = nodes[0] as FieldNode; // a selected field has at least one node
    const field = type.getFields()[node.name.value];
    const plan = planOf(type, node.name.value);
    if (!field || !plan) throw new NotDirect();
    fields.push(plan);
    return { node, field, plan };
  }

  function planValue(type: GraphQLOutputType, nodes: FieldNode[]): ValuePlan {
    if (isNonNullType(type)) return { kind: 'NON_NULL', of: planValue(type.ofType, nodes) };
    if (isListType(type)) return { kind: 'LIST', of: planValue(type.ofType, nodes) };
    if (isLeafType(type)) return { kind: 'LEAF', type };
    if (isObjectType(type)) return { kind: 'OBJECT', members: planMembers(type, nodes) };
    throw new NotDirect();
  }

  function planMembers(type: GraphQLObjectType, nodes: FieldNode[]): Member[] {
    const selected = fieldsOf(selectionSetsOf(nodes), fragments, {});
    return [...selected].map(([responseName, memberNodes]): Member => {
      refusePrototype(responseName);
      const member = { responseName, fieldName: nameOf(memberNodes), typeName: type.name };
      if (member.fieldName === '__typename') return { ...member, value: null };
      const { field, plan } = read(type, memberNodes);
      if (plan.resolver) throw new NotDirect();
      return { ...member, value: planValue(field.type, memberNodes) };
    });
  }
}

function nameOf(nodes: FieldNode[]): string {
  return nodes[0]?.name.value ?? '';
}

function depthOf(plan: ValuePlan): number {
  if (plan.kind === 'LEAF') return 1;
  if (plan.kind !== 'OBJECT') return depthOf(plan.of);
  return 1 + Math.max(...plan.members.map(({ value }) => (value ? depthOf(value) : 1)));
}

class NotDirect extends Error {}

/** As an object key it would set the prototype. */
function refusePrototype(responseName: string): void {
  if (responseName === '__proto__') throw new NotDirect();
}

/** Whether there are directives, or fragments whose type may not match. */
function hasConditions(document: Operation['document'], schema: GraphQLSchema): boolean {
  let found = false;
  visit(document, {
    [Kind.DIRECTIVE]() {
      found = true;
    },
    [Kind.NAMED_TYPE]({ name }) {
      if (isAbstractType(schema.getType(name.value))) found = true;
    },
  });
  return found;
}
