import type { ApolloClient, OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  BookPageDocument,
  ReleaseCalendarDocument,
  UpcomingBooksDocument,
} from '../../generated/documents.ts';
import { createApiClient } from '../../lib/api/createApiClient.ts';
import { resetWhenMemberChanges } from '../../lib/api/resetWhenMemberChanges.ts';
import type { Config } from '../../lib/config.ts';
import type { Session } from '../../lib/session/createSession.ts';
import { createLive } from '../../live/createLive.ts';
import { createNews } from '../../live/createNews.ts';
import type { EarlyAnswer } from '../../stage/EarlyAnswer.ts';
import { breathe } from './breathe.ts';

/**
 * Creates what a page needs beyond its first list and fills the cache with that list. Works in
 * small steps, because each one blocks a phone for a while.
 */
export async function makeTools(config: Config, session: Session, early: EarlyAnswer | null) {
  await breathe();
  const client = createApiClient(config, session);
  // Must be the first listener: a reset aborts the requests in flight.
  resetWhenMemberChanges(client, session);
  await breathe();
  // The early query was sent without a member, so a member who has signed in meanwhile cannot use
  // it.
  const known = session.state() === 'signedOut' ? early : null;
  if (known?.name === 'BookPage') await learn(client, BookPageDocument, known);
  if (known?.name === 'ReleaseCalendar') await learn(client, ReleaseCalendarDocument, known);
  if (known?.name === 'UpcomingBooks') await learn(client, UpcomingBooksDocument, known);
  const live = createLive(client, session, createNews(config, known?.cursor));
  live.start();
  await breathe();
  return { client, live };
}

/**
 * Writes an answer into the cache and reads it once, so that it is ready when the page queries it.
 */
async function learn<Data, Variables extends OperationVariables>(
  client: ApolloClient,
  query: TypedDocumentNode<Data, Variables>,
  { variables, data }: { variables: Variables; data: Data },
): Promise<void> {
  client.writeQuery<Data, OperationVariables>({ query, variables, data });
  await breathe();
  client.readQuery<Data, OperationVariables>({ query, variables }, true);
  await breathe();
}
