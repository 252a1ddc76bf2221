import type { Rule, Scope } from 'eslint';

export type Definition = Scope.Definition;

/** Where an identifier is defined; null for a global. */
export function findDefinition(
  node: Rule.Node & { type: 'Identifier' },
  { sourceCode }: Rule.RuleContext,
): Definition | null {
  for (let scope: Scope.Scope | null = sourceCode.getScope(node); scope; scope = scope.upper) {
    const definition = scope.set.get(node.name)?.defs[0];
    if (definition) return definition;
  }
  return null;
}
