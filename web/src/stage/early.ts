import { followRememberedLanguage } from '../messages/language.ts';
import { loadMessages } from '../messages/loadMessages.ts';
import { askEarly } from './askEarly.ts';
import { loadPage, loadRest } from './loadEarly.ts';

// What a script so small that it runs while the app is on its way can begin.

export const language = followRememberedLanguage();

export const messages = loadMessages(language);

loadPage();

/**
 * What the page of this address asks first. Null where there is nothing to ask early for, and where it did not work
 * out: the app asks itself then, and the rest of it is being loaded.
 */
export const early = askEarly()
  .catch((error: unknown) => {
    console.info('The first list is asked for once more.', error);
    return null;
  })
  .then((answer) => {
    if (answer === null) loadRest();
    return answer;
  });
