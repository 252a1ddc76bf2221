import { dayInJapan } from '../../../../domain/release/dayInJapan.ts';
import bookPage from '../../generated/documents.ts?early=BookPageDocument';
import releaseCalendar from '../../generated/documents.ts?early=ReleaseCalendarDocument';
import upcomingBooks from '../../generated/documents.ts?early=UpcomingBooksDocument';
import { loadConfig } from '../../lib/config.ts';
import { pathWithin } from '../../lib/messages/language.ts';
import { readField } from '../../lib/readField.ts';
import { signedInHint } from '../../lib/session/signedInHint.ts';
import { daysAsked, isMonth } from '../../pages/calendar/dates/month.ts';
import { firstPage } from '../../pages/upcoming/books/firstPage.ts';
import { recallWish } from '../../pages/upcoming/wish/rememberedWish.ts';
import { daysOf, filterOf, orderOf, readWish } from '../../pages/upcoming/wish/upcomingWish.ts';
import type { EarlyAnswer } from '../../stage/EarlyAnswer.ts';

/**
 * Sends the first query of the page at this address; null if it has none that can be sent early.
 */
export async function askEarly(): Promise<EarlyAnswer | null> {
  const question = signedInHint.read() ? null : questionOf(location);
  if (question === null) return null;
  const { name, query, variables } = question;
  const { graphqlUrl, apiKey } = await loadConfig();
  const answer = await fetch(graphqlUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': apiKey },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors }: { data?: object; errors?: unknown } = await answer.json();
  if (!data || errors) throw new Error(`${graphqlUrl}: ${answer.status} ${JSON.stringify(errors)}`);
  const cursor = readField(graphqlUrl, data, 'latestBookEventCursor', 'string');
  // The API's answer to the document of this name, whose types are generated from the schema.
  return { name, variables, data, cursor } as EarlyAnswer;
}

function questionOf({ pathname, search }: Location) {
  const path = pathWithin(pathname);
  if (path === '/') {
    return { name: 'UpcomingBooks', query: upcomingBooks, variables: listOf(search) };
  }
  const [, page, what = ''] = /^\/(books|calendar)\/([\w-]+)$/.exec(path) ?? [];
  if (page === 'books') return { name: 'BookPage', query: bookPage, variables: { id: what } };
  return isMonth(what)
    ? { name: 'ReleaseCalendar', query: releaseCalendar, variables: daysAsked(what) }
    : null;
}

/** The page at the bare address redirects to the reader's last choice. */
function listOf(search: string) {
  const wish = readWish(new URLSearchParams(search || recallWish()));
  const days = daysOf(wish, dayInJapan(new Date()));
  return firstPage({ filter: { ...filterOf(wish, false), ...days }, ...orderOf(wish) });
}
