import { signedInHint } from '../auth/signedInHint.ts';
import { loadConfig } from '../config.ts';
import { dayInJapan } from '../features/release/calendar.ts';
import { firstPage } from '../features/upcoming/firstPage.ts';
import { recallWish } from '../features/upcoming/rememberedWish.ts';
import { daysOf, filterOf, orderOf, readWish } from '../features/upcoming/upcomingWish.ts';
import query from '../generated/documents.ts?early=UpcomingBooksDocument';
import { readField } from '../readField.ts';
import type { EarlyAnswer } from './EarlyAnswer.ts';

/** Asks for the upcoming books as the page itself would; null where it would not ask just this. */
export async function askEarly(): Promise<EarlyAnswer | null> {
  if (!isList() || signedInHint.read()) return null;
  const { graphqlUrl, apiKey } = await loadConfig();
  const variables = firstVariables();
  const answer = await fetch(graphqlUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': apiKey },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors }: EarlyBody = await answer.json();
  if (!data || errors) throw new Error(`${graphqlUrl}: ${answer.status} ${JSON.stringify(errors)}`);
  const cursor = readField(graphqlUrl, data, 'latestBookEventCursor', 'string');
  return { variables, data, cursor };
}

/** What the API answers to the document, whose types are made from the schema. */
type EarlyBody = { data?: EarlyAnswer['data']; errors?: unknown };

const isList = () => /^\/(en\/?)?$/.test(location.pathname);

/** The page goes from the bare address to what its reader chose the last time. */
function firstVariables() {
  const wish = readWish(new URLSearchParams(location.search || recallWish()));
  const days = daysOf(wish, dayInJapan(new Date()));
  return firstPage({ filter: { ...filterOf(wish, false), ...days }, ...orderOf(wish) });
}
