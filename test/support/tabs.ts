import type { BrowserContext, Locator, Page } from 'playwright-core';
import { testStack } from '../../tools/testing/testStack.ts';
import { PATIENCE } from './browsing.ts';

const COOKIE = '__Host-rt';

/** What a page says that will show a sale at once. */
export const LIVE = '発売されたら、この画面ですぐにお知らせします';

/** The button that only a member sees on every page. */
export const signOutButton = (page: Page): Locator =>
  page.getByRole('button', { name: 'ログアウト' });

/** A second tab of a member's browser. */
export async function anotherTab(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${testStack().web}${path}`);
  await signOutButton(page).waitFor();
  return page;
}

/** Ends the session at the service, as a theft or the shop would, but not in the browser. */
export async function endSession(context: BrowserContext): Promise<void> {
  const cookies = await context.cookies(testStack().web);
  const found = cookies.find(({ name }) => name === COOKIE);
  const answer = await fetch(`${testStack().web}/auth/sign-out`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-requested-with': 'shinkan',
      cookie: `${COOKIE}=${found?.value}`,
    },
    body: '{}',
  });
  if (answer.status !== 204) throw new Error(`The session was not ended: ${answer.status}`);
}

/** Waits until a member's page receives sales and knows its starting point. */
export async function listening(page: Page): Promise<void> {
  await page.getByText(LIVE).first().waitFor(PATIENCE);
  await page.waitForFunction(
    () => Object.keys(localStorage).some((key) => /^shinkan\.notices\..*\.cursor$/.test(key)),
    undefined,
    PATIENCE,
  );
}
