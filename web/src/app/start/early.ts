import { followRememberedLanguage } from '../../lib/messages/language.ts';
import { loadMessages } from '../../lib/messages/loadMessages.ts';
import { followThisMonth } from '../../pages/calendar/dates/followThisMonth.ts';
import { askEarly } from './askEarly.ts';
import { asksNothing, isLight, loadPage, loadRest } from './loadPage.ts';

// Work that a small script can start while the app is still loading.

export const language = followRememberedLanguage();

followThisMonth();

export const messages = loadMessages(language);

/**
 * The answer to the page's first query. Null if there is nothing to request early, or if the
 * request failed; the app then sends the query itself.
 */
export const early = askEarly().catch((error: unknown) => {
  console.info('Early request failed; asking again.', error);
  return null;
});

/** Rendered together with the frame if it arrives in time. */
export const page = loadPage();

if (!isLight) loadRest();
else if (!asksNothing) early.then((answer) => answer ?? loadRest());
