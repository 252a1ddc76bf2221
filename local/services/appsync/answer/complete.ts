import { readMember } from './answerField.ts';
import type { Member, ValuePlan } from './directPlan.ts';

/**
 * Completes a value for the response ("Value Completion" in the GraphQL specification). Returns
 * undefined if that would be an error, which graphql-js then words and propagates to the nearest
 * nullable field.
 */
export function complete(plan: ValuePlan, value: unknown): unknown {
  if (plan.kind === 'NON_NULL') return complete(plan.of, value) ?? undefined;
  if (value === null || value === undefined) return null;
  switch (plan.kind) {
    case 'LEAF':
      return completeLeaf(plan, value);
    case 'LIST':
      return completeList(plan.of, value);
    case 'OBJECT':
      return completeObject(plan.members, value);
  }
}

function completeLeaf({ type }: Extract<ValuePlan, { kind: 'LEAF' }>, value: unknown): unknown {
  try {
    return type.serialize(value) ?? undefined;
  } catch {
    return undefined;
  }
}

function completeList(of: ValuePlan, value: unknown): unknown[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const completed: unknown[] = [];
  for (const one of value) {
    const item = complete(of, one);
    if (item === undefined) return undefined;
    completed.push(item);
  }
  return completed;
}

function completeObject(members: Member[], source: unknown): object | undefined {
  const completed: Record<string, unknown> = {};
  for (const { responseName, fieldName, value, typeName } of members) {
    const member = value ? complete(value, readMember(source, fieldName)) : typeName;
    if (member === undefined) return undefined;
    completed[responseName] = member;
  }
  return completed;
}
