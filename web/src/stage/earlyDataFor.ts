import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { EarlyAnswer } from './EarlyAnswer.ts';

/** The early answer, where it answers this very question; undefined otherwise. */
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
  // The document of that name: its data is the answer's.
  return isAnswered ? (early?.data as unknown as Data) : undefined;
}
