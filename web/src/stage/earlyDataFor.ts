import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { EarlyAnswer } from './EarlyAnswer.ts';

/** Returns the early answer if it answers exactly this query; else undefined. */
export function earlyDataFor<Data>(
  document: TypedDocumentNode<Data, never>,
  variables: string,
  early: EarlyAnswer | null,
): Data | undefined {
  const [operation] = document.definitions;
  const isAnswered =
    operation?.kind === 'OperationDefinition' &&
    operation.name?.value === early?.name &&
    variables === JSON.stringify(early?.variables);
  // The document has the answer's name, so its data has the document's type.
  return isAnswered ? (early?.data as unknown as Data) : undefined;
}
