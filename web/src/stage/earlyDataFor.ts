import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { UpcomingBooksDocument } from '../generated/documents.ts';
import type { EarlyAnswer } from './EarlyAnswer.ts';

/** The early answer, where it answers this very question; undefined otherwise. */
export function earlyDataFor<Data>(
  document: TypedDocumentNode<Data, never>,
  variables: string,
  early: EarlyAnswer | null,
): Data | undefined {
  const isAnswered =
    early !== null &&
    (document as unknown) === UpcomingBooksDocument &&
    variables === JSON.stringify(early.variables);
  // The one document that was asked early: its data is the answer's.
  return isAnswered ? (early.data as unknown as Data) : undefined;
}
