import { signedInHint } from '../auth/signedInHint.ts';
import { loadConfig } from '../config.ts';
import { dayInJapan } from '../features/release/calendar.ts';
import { firstPage } from '../features/upcoming/firstPage.ts';
import query from '../generated/documents.ts?early=UpcomingBooksDocument';
import { followRememberedLanguage } from '../messages/language.ts';
import { readField } from '../readField.ts';
import type { EarlyAnswer } from './EarlyAnswer.ts';

/** Asks for the upcoming books as the page itself would; null where it would not ask just this. */
export async function askEarly(): Promise<EarlyAnswer | null> {
  if (!isPlainList() || signedInHint.read()) return null;
  const { graphqlUrl, apiKey } = await loadConfig();
  const variables = firstPage({ from: dayInJapan(new Date()) });
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

/** Whether the address is that of the list, with no filter. */
function isPlainList(): boolean {
  followRememberedLanguage();
  return /^\/(en\/?)?$/.test(location.pathname) && location.search === '';
}
