import { followRememberedLanguage } from '../../lib/messages/language.ts';
import { loadMessages } from '../../lib/messages/loadMessages.ts';
import { followThisMonth } from '../../pages/calendar/dates/followThisMonth.ts';
import { askEarly } from './askEarly.ts';
import { asksNothing, isLight, loadPage, loadRest } from './loadPage.ts';

// What a script so small that it runs while the app is on its way can begin.

export const language = followRememberedLanguage();

followThisMonth();

export const messages = loadMessages(language);

/**
 * What the page of this address asks first. Null where there is nothing to ask early for, and where it
 * did not work out: the app asks itself then.
 */
export const early = askEarly().catch((error: unknown) => {
  console.info('What this page shows is asked for once more.', error);
  return null;
});

/** Shown in one piece with what surrounds it, where it is there in time. */
export const page = loadPage();

if (!isLight) loadRest();
else if (!asksNothing) early.then((answer) => answer ?? loadRest());
