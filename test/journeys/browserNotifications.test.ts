import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openFullBrowser } from '../../tools/testing/browser.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { PATIENCE } from '../support/browsing.ts';
import { eventually } from '../support/eventually.ts';
import { tellStories } from '../support/story.ts';
import { anotherTab, listening } from '../support/tabs.ts';

const { given, when, then } = tellStories(openFullBrowser);

/** Counts permission requests and rejects notifications from pages, as Chrome on Android does. */
function refusePages(): void {
  const Real = Notification;
  class Refusing {
    static get permission() {
      return Real.permission;
    }
    static requestPermission() {
      localStorage.setItem('test.asked', String(Number(localStorage.getItem('test.asked')) + 1));
      return Real.requestPermission();
    }
    constructor() {
      throw new TypeError('Illegal constructor. Use ServiceWorkerRegistration.showNotification()');
    }
  }
  Object.assign(window, { Notification: Refusing });
}

/** The notifications that the browser shows itself. */
const shownBy = (page: Page) =>
  page.evaluate(async () => {
    const worker = await navigator.serviceWorker.ready;
    const shown = await worker.getNotifications();
    return shown.map(({ title, body, lang }) => ({ title, body, lang }));
  });

/** Clicks the only notification of the browser, which headless browsers cannot do. */
async function pressNotice(context: BrowserContext): Promise<void> {
  const [worker] = context.serviceWorkers();
  await worker?.evaluate(async () => {
    const scope = globalThis as unknown as { registration: ServiceWorkerRegistration };
    const [notification] = await scope.registration.getNotifications();
    const press = new Event('notificationclick');
    dispatchEvent(Object.assign(press, { notification, waitUntil: () => {} }));
  });
}

/** From the next page on the tab is hidden. */
const hide = () => Object.defineProperty(document, 'visibilityState', { value: 'hidden' });

describe('Browser notifications', () => {
  it('a browser notification appears only if wanted, once for all hidden tabs, and leads to the book', async () => {
    const book = given.aRowFor(`鐘の鳴る丘 ${Date.now().toString(36)}`);
    const title = book.書名 ?? '';
    await when.thePartnerDelivers(book);
    await given.aMemberWaitsFor('taro', book);
    const { page, context } = await given.aMemberAt('taro', '/');
    await context.grantPermissions(['notifications'], { origin: testStack().web });
    await context.addInitScript(refusePages);
    await page.goto(`${testStack().web}/my`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const wish = page.getByRole('switch', { name: 'ブラウザの通知を受け取る' });
    await wish.waitFor(PATIENCE);
    const kept = (key: string) => page.evaluate((name) => localStorage.getItem(name), key);
    expect(await kept('test.asked')).toBeNull();
    expect(await wish.getAttribute('aria-checked')).toBe('false');
    await wish.press('Space');
    await page.getByText('通知を受け取ります。').waitFor(PATIENCE);
    expect(await kept('test.asked')).toBe('1');

    await context.addInitScript(hide);
    await page.reload();
    const other = await anotherTab(context, '/');
    for (const each of [page, other]) await listening(each);
    await when.theShopSells(book.ISBN);
    for (const each of [page, other]) await then.thePageSaysOnSale(each, title);
    await eventually('the notice', async () => (await shownBy(page)).length > 0, {
      within: 45_000,
    });
    // Both tabs have had their turn
    await page.evaluate(() => navigator.locks.request('shinkan.told', () => undefined));
    expect(await shownBy(page)).toEqual([{ title: '発売になりました', body: title, lang: 'ja' }]);

    // A click brings one of the open tabs there
    await pressNotice(context);
    const heading = (tab: Page) => tab.getByRole('heading', { level: 1, name: title });
    await Promise.any([page, other].map((tab) => heading(tab).waitFor(PATIENCE)));
    expect(context.pages()).toHaveLength(2);
    expect(await shownBy(page)).toEqual([]);
    await context.close();
  }, 180_000);
});
