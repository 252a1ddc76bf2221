import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { testStack } from '../../tools/testing/testStack.ts';
import { findingsOn } from '../support/findingsOn.ts';
import { tellStories } from '../support/story.ts';

const { given } = tellStories();

/** Room for a slow machine. */
const PATIENCE = { timeout: 30_000 };

const at = (path: string) => `${testStack().web}${path}`;

/** A browser that has the site before it and has loaded none of the app yet. */
const aBrowser = () => given.aVisitTo('/offline.html');

/** Keeps files from arriving until they are let go. */
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

/** What the list needs no more: the API client and the live news. */
const THE_REST = /\/assets\/makeTools-/;

describe('A first visit', () => {
  it.each(['/', '/en'])(
    'shows the list of %s before the rest has arrived, and keeps it',
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

      // Read, scrolled and held on to with the keyboard meanwhile
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
    ['/calendar', '.agenda__day[data-place]', { width: 390, height: 844 }],
    ['/en/calendar', '.month[aria-busy="false"]', { width: 1280, height: 900 }],
  ])(
    'shows the month of %s before the rest has arrived, and asks for it once',
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

      // Held on to meanwhile, by its book or its day
      await page.locator('.calendar-book:visible, .day-cell:visible').first().focus();
      await page.evaluate(() => Object.assign(window, { held: document.activeElement }));
      letGo();
      await page.locator('.live-indicator--live').waitFor(PATIENCE);
      // The months beside it, once there is nothing else to do
      await expect.poll(() => asked.length, PATIENCE).toBe(3);
      expect(asked.filter((each) => each === month)).toHaveLength(1);
      expect(
        await page.evaluate(() => document.activeElement === Reflect.get(window, 'held')),
      ).toBe(true);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it('carries out what is pressed before the rest has arrived', async () => {
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

  it('goes on with もっと見る although the rest has still to arrive', async () => {
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

  it('asks itself when the early question finds no answer', async () => {
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
  it('a page of ours says so in both languages and leads back by itself', async () => {
    const { page, context } = await given.aVisitTo('/');
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await context.setOffline(true);
    for (const [path, words] of [
      ['/my', 'インターネットにつながっていません'],
      ['/en/my', 'You are not connected to the internet'],
    ] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(at(path));
        await page.getByRole('heading', { level: 1, name: words }).waitFor(PATIENCE);
        expect(await findingsOn(page), `${path} ${colorScheme}`).toEqual([]);
      }
    }
    await context.setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'Books I wait for' }).waitFor(PATIENCE);
    await context.close();
  });

  it('what was loaded stays readable', async () => {
    const { page, context } = await given.aVisitTo('/');
    await books(page).first().waitFor(PATIENCE);
    const shown = await books(page).count();
    await context.setOffline(true);
    await page.getByRole('heading', { level: 1 }).waitFor(PATIENCE);
    expect(await books(page).count()).toBeGreaterThanOrEqual(shown);
    await context.close();
  });
});

describe('Where something is wrong', () => {
  it('a page that is not there leads to the list', async () => {
    const { page, context, complaints } = await given.aVisitTo('/no/such/page');
    await page.getByRole('heading', { level: 1, name: 'このページはありません' }).waitFor(PATIENCE);
    await page.getByRole('main').getByRole('link', { name: 'これから出る本を見る' }).click();
    await books(page).first().waitFor(PATIENCE);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a page whose file is gone after a deployment is loaded anew once, then says so', async () => {
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

  it('a page that breaks says what is safe and leads on', async () => {
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
