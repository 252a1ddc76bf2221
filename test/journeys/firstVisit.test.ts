import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { testStack } from '../../tools/testing/testStack.ts';
import { expectAccessible, findingsOn } from '../support/findingsOn.ts';
import { tellStories } from '../support/story.ts';

const { given } = tellStories();

/** Generous, for slow machines. */
const PATIENCE = { timeout: 30_000 };

const at = (path: string) => `${testStack().web}${path}`;

/** A browser that is on the site but has loaded none of the app yet. */
const aBrowser = () => given.aVisitTo('/offline.html');

/** Holds back these files until the returned function is called. */
async function hold(page: Page, files: RegExp): Promise<() => void> {
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(files, async (route) => {
    await gone;
    await route.continue();
  });
  return letGo;
}

const books = (page: Page) => page.locator('.timeline article');

/** What the list does not need: the API client and live news. */
const THE_REST = /\/assets\/makeTools-/;

describe('A first visit', () => {
  it.each(['/', '/en'])(
    'a first visit shows the list of %s before the remaining scripts arrive, and keeps it',
    async (path) => {
      const { page, context, complaints } = await aBrowser();
      let questions = 0;
      page.on('request', (request) => {
        if (request.postData()?.includes('query UpcomingBooks')) questions += 1;
      });
      const letGo = await hold(page, THE_REST);
      await page.goto(at(path));
      const title = books(page).first().getByRole('heading').getByRole('link');
      await title.waitFor(PATIENCE);

      // Read, scrolled and focused by keyboard in the meantime
      await books(page).nth(4).getByRole('heading').getByRole('link').focus();
      const before = await page.evaluate(() => {
        Object.assign(window, { held: document.activeElement });
        return scrollY;
      });
      letGo();
      await page.locator('.live-indicator--live').waitFor(PATIENCE);
      expect(
        await page.evaluate(() => document.activeElement === Reflect.get(window, 'held')),
      ).toBe(true);
      expect(await page.evaluate(() => scrollY)).toBe(before);
      expect(questions).toBe(1);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it.each([
    ['/', 'さがす'],
    ['/en', 'Calendar'],
  ])(
    'a first visit to %s keeps the focus and the text from before React renders',
    async (path, name) => {
      const { page, context, complaints } = await aBrowser();
      const letGo = await hold(page, /\/config\.json$/);
      await page.goto(at(path));
      const field = page.locator('.site-header input');
      await field.fill('月の港');
      const held = page.locator('.site-header').getByText(name, { exact: true });
      await held.focus();
      letGo();
      await books(page).first().waitFor(PATIENCE);
      expect(await field.inputValue()).toBe('月の港');
      expect(await held.evaluate((part) => part === document.activeElement)).toBe(true);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it.each([
    ['/calendar', '.agenda__day[data-place]', { width: 390, height: 844 }],
    ['/en/calendar', '.month[aria-busy="false"]', { width: 1280, height: 900 }],
  ])(
    'a first visit shows the month of %s before the remaining scripts arrive, and asks for it once',
    async (path, content, size) => {
      const { page, context, complaints } = await aBrowser();
      await page.setViewportSize(size);
      const asked: string[] = [];
      page.on('request', (request) => {
        const question = request.postData() ?? '';
        if (!question.includes('query ReleaseCalendar')) return;
        asked.push(JSON.parse(question).variables.from.slice(0, 7));
      });
      const letGo = await hold(page, THE_REST);
      await page.goto(at(path));
      await page.locator(content).first().waitFor(PATIENCE);
      const month = new URL(page.url()).pathname.slice(-7);
      expect(asked).toEqual([month]);

      // Focused in the meantime: a book or a day
      await page.locator('.calendar-book:visible, .day-cell:visible').first().focus();
      await page.evaluate(() => Object.assign(window, { held: document.activeElement }));
      letGo();
      await page.locator('.live-indicator--live').waitFor(PATIENCE);
      // The adjacent months load once the page is idle
      await expect.poll(() => asked.length, PATIENCE).toBe(3);
      expect(asked.filter((each) => each === month)).toHaveLength(1);
      expect(
        await page.evaluate(() => document.activeElement === Reflect.get(window, 'held')),
      ).toBe(true);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it('a button pressed before the remaining scripts arrive takes effect', async () => {
    const { page, context, complaints } = await aBrowser();
    const letGo = await hold(page, THE_REST);
    await page.goto(at('/'));
    await books(page).first().waitFor(PATIENCE);
    await books(page).first().getByRole('button', { name: '発売を知らせて' }).click(PATIENCE);
    letGo();
    await page.getByLabel('会員ID').waitFor(PATIENCE);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('もっと見る works before the remaining scripts have arrived', async () => {
    const { page, context } = await aBrowser();
    const letGo = await hold(page, THE_REST);
    await page.goto(at('/'));
    await books(page).first().waitFor(PATIENCE);
    const shown = await books(page).count();
    const more = page.getByRole('button', { name: 'もっと見る' });
    await more.dispatchEvent('click');
    letGo();
    await books(page).nth(shown).waitFor(PATIENCE);
    await context.close();
  });

  it('the app asks itself when the early query gets no response', async () => {
    const { page, context } = await aBrowser();
    let refused = 0;
    await page.route(`${testStack().graphql}*`, (route) => {
      if (refused > 0 || route.request().method() !== 'POST') return route.continue();
      refused += 1;
      return route.abort();
    });
    await page.goto(at('/'));
    await books(page).first().waitFor(PATIENCE);
    expect(refused).toBe(1);
    await context.close();
  });
});

describe('Without a connection', () => {
  it('the offline page appears in both languages and leads back by itself', async () => {
    const { page, context } = await given.aVisitTo('/');
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await context.setOffline(true);
    const words = /^(インターネットにつながっていません|You are not connected to the internet)$/;
    await expectAccessible(page, '/my', () =>
      page.getByRole('heading', { level: 1, name: words }).waitFor(PATIENCE),
    );
    await page.goto(at('/en/my'));
    await context.setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'Books I wait for' }).waitFor(PATIENCE);
    await context.close();
  });

  it('what was loaded stays readable without a connection', async () => {
    const { page, context } = await given.aVisitTo('/');
    await books(page).first().waitFor(PATIENCE);
    const shown = await books(page).count();
    await context.setOffline(true);
    await page.getByRole('heading', { level: 1 }).waitFor(PATIENCE);
    expect(await books(page).count()).toBeGreaterThanOrEqual(shown);
    await context.close();
  });
});

describe('When something is wrong', () => {
  it('an unknown page leads to the list', async () => {
    const { page, context, complaints } = await given.aVisitTo('/no/such/page');
    await page.getByRole('heading', { level: 1, name: 'このページはありません' }).waitFor(PATIENCE);
    await page.getByRole('main').getByRole('link', { name: 'これから出る本を見る' }).click();
    await books(page).first().waitFor(PATIENCE);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a page whose script vanished in a deployment reloads once, then explains', async () => {
    const { page, context } = await given.aVisitTo('/');
    await books(page).first().waitFor(PATIENCE);
    let asked = 0;
    await page.route(/\/assets\/BookPage-.*\.js/, (route) => {
      asked += 1;
      return route.fulfill({ status: 404, body: '' });
    });
    await books(page).first().getByRole('heading').getByRole('link').click();
    await page
      .getByRole('heading', { level: 1, name: 'サイトが新しくなりました' })
      .waitFor(PATIENCE);
    await expect.poll(() => asked, PATIENCE).toBeGreaterThan(1);
    await page
      .getByRole('heading', { level: 1, name: 'サイトが新しくなりました' })
      .waitFor(PATIENCE);
    expect(await findingsOn(page)).toEqual([]);

    await page.unrouteAll();
    await page.getByRole('button', { name: 'もう一度読み込む' }).click();
    await page.locator('.book-page').waitFor(PATIENCE);
    await context.close();
  });

  it('a page that crashes says what is safe and offers a way on', async () => {
    const { page, context } = await aBrowser();
    await page.route(`${testStack().graphql}*`, async (route) => {
      if (!route.request().postData()?.includes('query UpcomingBooks')) return route.continue();
      const answer = await route.fetch();
      const body = (await answer.text()).replace(/"release":\{[^}]*\}/g, '"release":null');
      return route.fulfill({ response: answer, body });
    });
    for (const [path, words] of [
      ['/', 'このページを表示できませんでした'],
      ['/en', 'This page could not be shown'],
    ] as const) {
      await page.goto(at(path));
      await page.getByRole('heading', { level: 1, name: words }).waitFor(PATIENCE);
      expect(await findingsOn(page), path).toEqual([]);
    }
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Load again' }).click();
    await books(page).first().waitFor(PATIENCE);
    await context.close();
  });

  it('an app that cannot start says so, and starts when it can', async () => {
    const { page, context } = await aBrowser();
    await page.route('**/config.json', (route) => route.fulfill({ status: 404, body: '' }));
    for (const [path, words] of [
      ['/my', 'ただいま開けません'],
      ['/en/my', 'We cannot open right now'],
    ] as const) {
      await page.goto(at(path));
      await page.getByRole('heading', { level: 1, name: words }).waitFor(PATIENCE);
      expect(await findingsOn(page), path).toEqual([]);
    }
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Load again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Books I wait for' }).waitFor(PATIENCE);
    await context.close();
  });
});
