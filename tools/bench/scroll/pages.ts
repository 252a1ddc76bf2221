import type { Browser, Page } from 'playwright-core';
import { visit } from '../../testing/browser.ts';
import { WrongAnswer } from '../lib/sameAnswer.ts';

export interface Shown {
  page: Page;
  /** Of the whole document, in pixels. */
  height: number;
}

/**
 * Opens the list with this many books loaded, at its top. `whole`: draws all of them, even off
 * screen.
 */
export async function openList(
  browser: Browser,
  web: string,
  count: number,
  drawn: 'near' | 'whole' = 'near',
): Promise<Shown> {
  const { page } = await visit(browser, `${web}/`);
  const books = page.locator('.timeline article');
  await books.first().waitFor();
  // Loads automatically a few times, then on request.
  await page.waitForFunction(
    (wanted) => {
      scrollTo(0, document.documentElement.scrollHeight);
      document.querySelector<HTMLElement>('.more [aria-disabled="false"]')?.click();
      return document.querySelectorAll('.timeline article').length >= wanted;
    },
    count,
    { timeout: 240_000, polling: 50 },
  );
  const loaded = await books.count();
  if (loaded !== count) throw new WrongAnswer(`the list has ${loaded} books of ${count}`);
  if (drawn === 'whole') {
    await page.evaluate(() => {
      for (const far of document.querySelectorAll<HTMLElement>('.listed-book, .release--listed')) {
        far.style.contentVisibility = 'visible';
      }
    });
  }
  return { page, height: await atTheTop(page) };
}

/** A page with nothing on it but its height. */
export async function openEmptyPage(browser: Browser, web: string, height: number): Promise<Shown> {
  const { page } = await visit(browser, `${web}/favicon.svg`);
  await page.goto('about:blank');
  await page.evaluate((pixels) => {
    document.body.style.height = `${pixels}px`;
  }, height);
  return { page, height: await atTheTop(page) };
}

/** Scrolls to the top, waits until the page is idle, and returns its height. */
function atTheTop(page: Page): Promise<number> {
  return page.evaluate(async () => {
    scrollTo(0, 0);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return document.documentElement.scrollHeight;
  });
}
