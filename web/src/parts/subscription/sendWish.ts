import type { ApolloClient } from '@apollo/client';
import {
  type ConsentWording,
  SubscribeToBookDocument,
  UnsubscribeFromBookDocument,
} from '../../generated/documents.ts';

/** A book to subscribe to, with the consent's wording, or to unsubscribe from. */
export interface Wish {
  bookId: string;
  wanted: boolean;
  wording: ConsentWording;
}

/** Sends a subscription change. Throws if it was not carried out. */
export async function sendWish(client: ApolloClient, { bookId, wanted, wording }: Wish) {
  if (!wanted)
    await client.mutate({ mutation: UnsubscribeFromBookDocument, variables: { bookId } });
  else await client.mutate({ mutation: SubscribeToBookDocument, variables: { bookId, wording } });
}
