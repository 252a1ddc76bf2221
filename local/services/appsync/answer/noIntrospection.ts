import {
  type ASTVisitor,
  GraphQLError,
  isIntrospectionType,
  type ValidationContext,
} from 'graphql';

/** Makes the fields of `__Schema` and `__Type` unknown; `__typename` still works. */
export function NoIntrospectionRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      const parent = context.getParentType();
      if (!parent || !isIntrospectionType(parent) || node.name.value === '__typename') return;
      const message = `Cannot query field "${node.name.value}" on type "${parent.name}".`;
      context.reportError(new GraphQLError(message, { nodes: node }));
    },
  };
}
