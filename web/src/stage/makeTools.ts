import { createApiClient } from '../api/createApiClient.ts';
import { resetWhenMemberChanges } from '../api/resetWhenMemberChanges.ts';
import type { Session } from '../auth/createSession.ts';
import type { Config } from '../config.ts';
import { BookPageDocument, UpcomingBooksDocument } from '../generated/documents.ts';
import { createLive } from '../live/createLive.ts';
import { createNews } from '../live/createNews.ts';
import type { EarlyAnswer } from './EarlyAnswer.ts';

/** Makes what a page needs beyond its first list, and lets it know what is on that list already. */
export function makeTools(config: Config, session: Session, early: EarlyAnswer | null) {
  const client = createApiClient(config, session);
  // Before anyone else hears of it: a reset ends the requests that are under way.
  resetWhenMemberChanges(client, session);
  // Asked as nobody: of no use to a member who came meanwhile.
  const known = session.state() === 'signedOut' ? early : null;
  if (known?.name === 'BookPage') client.writeQuery({ query: BookPageDocument, ...known });
  if (known?.name === 'UpcomingBooks')
    client.writeQuery({ query: UpcomingBooksDocument, ...known });
  const live = createLive(client, session, createNews(config, known?.cursor));
  live.start();
  return { client, live };
}
