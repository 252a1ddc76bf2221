import { languageOfPath } from '../../../../domain/language/sitePath.ts';
import { loadAllMessages } from '../../lib/messages/loadMessages.ts';
import { nameOfPage, type PageName } from '../routes/nameOfPage.ts';
import { pages } from '../routes/pages.ts';

/** The pages that are shown before all else has arrived; those of them that ask the API ask early. */
const LIGHT: PageName[] = ['list', 'books', 'calendar', 'sign-in'];

const here = nameOfPage(location.pathname);

/** Whether the page of this address is shown before all else has arrived. */
export const isLight = LIGHT.includes(here);

/** Whether the page of this address has nothing to ask. */
export const asksNothing = here === 'sign-in';

const isOfCalendar = here === 'calendar';

/** Loads the page of this address, as far as it can be had. */
export async function loadPage(): Promise<void> {
  // They may come later than the page, which is there without them.
  if (isOfCalendar) attempt(loadHolidays);
  await Promise.all([
    here !== 'list' && attempt(pages[here].load),
    (asksNothing || isOfCalendar) &&
      attempt(() => loadAllMessages(languageOfPath(location.pathname))),
  ]);
}

/** Those of the year that the address tells of. */
async function loadHolidays(): Promise<void> {
  const { holidaysOf } = await import('../../pages/calendar/dates/holidays.ts');
  await holidaysOf(/\d{4}/.exec(location.pathname)?.[0] ?? '');
}

/** Begins to load what most other pages wait for. */
export function loadRest(): void {
  attempt(() => import('./makeTools.ts'));
  attempt(() => import('../../stage/withApollo.tsx'));
  attempt(() => loadAllMessages(languageOfPath(location.pathname)));
}

/** What does not arrive is asked for again where it is used, and missed there. */
async function attempt(load: () => Promise<unknown>): Promise<void> {
  await load().catch(console.info);
}
