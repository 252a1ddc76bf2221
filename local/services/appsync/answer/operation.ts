import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';

/** A GraphQL request as it arrives in a body or a `start` message. */
export interface GraphQLRequest {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

/** A request that was parsed, validated and reduced to the operation it names. */
export interface Operation {
  request: GraphQLRequest;
  node: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  document: DocumentNode;
}
