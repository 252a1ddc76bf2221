import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { testStack } from '../../tools/testing/testStack.ts';
import { tellStories } from '../support/story.ts';

const { given } = tellStories();

/** Room for a slow machine. */
const PATIENCE = { timeout: 30_000 };

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

/** An answer that takes its time, so that whatever stands in for it is seen. */
const SLOWLY_MS = 700;

const LATE = /\/graphql|\/assets\/(20\d\d|holidays|ja|en)-/;

/** Lets the page note what moves without a reader's doing, and how far it counts. */
async function noteShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // TypeScript's DOM does not know the entries of this type.
        const { value, sources } = entry as unknown as {
          value: number;
          sources: { node: Element | null }[];
        };
        const moved = sources.map(({ node }) => node?.className ?? 'something').join(', ');
        shifts.push(`${value.toFixed(4)}: ${moved}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

describe('A page that loads slowly', () => {
  it.each([
    ['/calendar', '.agenda__day[data-place]', phone],
    ['/en/calendar', '.agenda__day[data-place]', phone],
    ['/calendar', '.month[aria-busy="false"]', desk],
    ['/', '.timeline article', phone],
    ['/sign-in', 'input[type="password"]', phone],
  ])('nothing jumps on %s, before %s is there or after', async (path, content, size) => {
    const { page, context } = await given.aVisitTo('/offline.html');
    await page.setViewportSize(size);
    await noteShifts(page);
    await page.route(LATE, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, SLOWLY_MS));
      await route.continue();
    });
    await page.goto(`${testStack().web}${path}`);
    await page.locator(content).first().waitFor(PATIENCE);
    await page.locator('.live-indicator--live').waitFor(PATIENCE);
    expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([]);
    await context.close();
  });
});
