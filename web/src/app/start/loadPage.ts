import { languageOfPath } from '../../../../domain/language/sitePath.ts';
import { loadAllMessages } from '../../lib/messages/loadMessages.ts';
import { nameOfPage, type PageName } from '../routes/nameOfPage.ts';
import { pages } from '../routes/pages.ts';

/**
 * The pages that render before everything else has loaded. Those that query the API do so early.
 */
const LIGHT: PageName[] = ['list', 'books', 'calendar', 'sign-in'];

const here = nameOfPage(location.pathname);

/** Whether this page renders before everything else has loaded. */
export const isLight = LIGHT.includes(here);

/** Whether this page sends no query. */
export const asksNothing = here === 'sign-in';

const isOfCalendar = here === 'calendar';

/** Loads the page for the current address; ignores failures. */
export async function loadPage(): Promise<void> {
  // Holidays may arrive after the page, which renders without them.
  if (isOfCalendar) attempt(loadHolidays);
  await Promise.all([
    here !== 'list' && attempt(pages[here].load),
    (asksNothing || isOfCalendar) &&
      attempt(() => loadAllMessages(languageOfPath(location.pathname))),
  ]);
}

/** Loads the holidays of the year in the address. */
async function loadHolidays(): Promise<void> {
  const { holidaysOf } = await import('../../pages/calendar/dates/holidays.ts');
  await holidaysOf(/\d{4}/.exec(location.pathname)?.[0] ?? '');
}

/** Starts loading what most other pages need. */
export function loadRest(): void {
  attempt(() => import('./makeTools.ts'));
  attempt(() => import('../../stage/withApollo.tsx'));
  attempt(() => loadAllMessages(languageOfPath(location.pathname)));
}

/** Ignores failures: whatever did not load is requested again where it is used. */
async function attempt(load: () => Promise<unknown>): Promise<void> {
  await load().catch(console.info);
}
