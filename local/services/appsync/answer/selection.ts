import {
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Json } from '../../../lib/resource.ts';
import { memberOf } from '../utils/memberOf.ts';

type Fragments = Record<string, FragmentDefinitionNode>;
type Variables = Record<string, unknown>;

/** Selection lists that are the same for every request with the same document. */
const listed = new WeakMap<FieldNode, string[]>();

/** `info.selectionSetList`: every selected field below this one by its path, aliases by alias. */
export function listSelections(info: GraphQLResolveInfo): string[] {
  const [only, ...more] = info.fieldNodes;
  if (!only || more.length > 0) return collectSelections(info);
  const known = listed.get(only);
  if (known) return known;
  const list = collectSelections(info);
  if (!dependsOnVariables(only, info.fragments)) listed.set(only, list);
  return list;
}

/** Whether `@skip` or `@include` may select other fields next time. */
function dependsOnVariables(
  node: SelectionNode,
  fragments: Fragments,
  entered = new Set<string>(),
): boolean {
  if (node.directives?.length) return true;
  const inside = node.kind === 'FragmentSpread' ? enter(node, fragments, entered) : node;
  return (inside?.selectionSet?.selections ?? []).some((one) =>
    dependsOnVariables(one, fragments, entered),
  );
}

/** Enters a fragment only once: a second time adds nothing, and nested doubling would never end. */
function enter(
  { name }: FragmentSpreadNode,
  fragments: Fragments,
  entered: Set<string>,
): FragmentDefinitionNode | undefined {
  if (entered.has(name.value)) return undefined;
  entered.add(name.value);
  return fragments[name.value];
}

function collectSelections(info: GraphQLResolveInfo): string[] {
  const list = new Set<string>();
  const collect = (sets: SelectionSetNode[], prefix: string) => {
    for (const [name, nodes] of fieldsOf(sets, info.fragments, info.variableValues)) {
      list.add(prefix + name);
      collect(selectionSetsOf(nodes), `${prefix}${name}/`);
    }
  };
  collect(selectionSetsOf(info.fieldNodes), '');
  return [...list];
}

const printed = new WeakMap<SelectionSetNode, string>();

/** `info.selectionSetGraphQL`: the selection as it was written. */
export function printSelection(info: GraphQLResolveInfo): string {
  const set = info.fieldNodes[0]?.selectionSet;
  if (!set) return '';
  const text = printed.get(set) ?? print(set);
  printed.set(set, text);
  return text;
}

/** The part of an error's `data` that the query selected. */
export function filterBySelection(data: Json, info: GraphQLResolveInfo): Json {
  const filter = (value: Json, sets: SelectionSetNode[]): Json => {
    if (Array.isArray(value)) return value.map((one) => filter(one, sets));
    if (value === null || typeof value !== 'object') return value;
    const kept: { [name: string]: Json } = {};
    for (const [alias, nodes] of fieldsOf(sets, info.fragments, info.variableValues)) {
      const selected = memberOf(value, (nodes[0] as FieldNode).name.value);
      if (selected !== undefined) kept[alias] = filter(selected, selectionSetsOf(nodes));
    }
    return kept;
  };
  const sets = selectionSetsOf(info.fieldNodes);
  return sets.length > 0 ? filter(data, sets) : data;
}

export function selectionSetsOf(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
}

/**
 * The fields that these selection sets select, whatever their fragments' types, by alias or name.
 */
export function fieldsOf(
  sets: readonly SelectionSetNode[],
  fragments: Fragments,
  variables: Variables,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const entered = new Set<string>();
  const collect = (node: SelectionNode) => {
    if (!isIncluded(node, variables)) return;
    if (node.kind === 'Field') {
      const name = node.alias?.value ?? node.name.value;
      const same = fields.get(name);
      if (same) same.push(node);
      else fields.set(name, [node]);
    } else {
      const set = node.kind === 'InlineFragment' ? node : enter(node, fragments, entered);
      set?.selectionSet.selections.forEach(collect);
    }
  };
  for (const set of sets) set.selections.forEach(collect);
  return fields;
}

function isIncluded(node: SelectionNode, variables: Variables): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
}
