import type { ApolloClient } from '@apollo/client';
import {
  type ConsentWording,
  SubscribeToBookDocument,
  UnsubscribeFromBookDocument,
} from '../../generated/documents.ts';

/** A book to be told about, with the words that were agreed to, or to be told no more about. */
export interface Wish {
  bookId: string;
  wanted: boolean;
  wording: ConsentWording;
}

/** Sends a member's wish. Throws when it was not carried out. */
export async function sendWish(client: ApolloClient, { bookId, wanted, wording }: Wish) {
  if (!wanted)
    await client.mutate({ mutation: UnsubscribeFromBookDocument, variables: { bookId } });
  else await client.mutate({ mutation: SubscribeToBookDocument, variables: { bookId, wording } });
}
