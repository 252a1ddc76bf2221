import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { testStack } from '../../tools/testing/testStack.ts';
import { tellStories } from '../support/story.ts';

const { given } = tellStories();

/** Generous, for slow machines. */
const PATIENCE = { timeout: 30_000 };

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

/** A slow response, so that placeholders become visible. */
const SLOWLY_MS = 700;

const LATE = /\/graphql|\/assets\/(20\d\d|holidays|ja|en)-/;

/** Makes the page record layout shifts that no input caused, with their scores. */
async function noteShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // TypeScript's DOM types lack this entry type.
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

describe('A slowly loading page', () => {
  it.each([
    ['/calendar', '.agenda__day[data-place]', phone],
    ['/en/calendar', '.agenda__day[data-place]', phone],
    ['/calendar', '.month[aria-busy="false"]', desk],
    ['/', '.timeline article', phone],
    ['/sign-in', 'input[type="password"]', phone],
  ])('nothing on %s shifts before or after %s appears', async (path, content, size) => {
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
