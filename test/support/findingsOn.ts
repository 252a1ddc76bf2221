import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { testStack } from '../../tools/testing/testStack.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** axe's findings on a page, each with the places. */
export async function findingsOn(page: Page): Promise<string[]> {
  // Injected by the debugger, which the page's security policy does not govern.
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const JAPANESE = { language: '', locale: 'ja-JP' };
const ENGLISH = { language: '/en', locale: 'en-GB' };
const LIGHT = { colorScheme: 'light' } as const;
const DARK = { colorScheme: 'dark' } as const;

/** Both languages and both themes; in every combination at full size. */
export const LOOKS = [
  { ...JAPANESE, ...LIGHT },
  { ...ENGLISH, ...DARK },
  ...(process.env.BAR_FULL === '1'
    ? [
        { ...JAPANESE, ...DARK },
        { ...ENGLISH, ...LIGHT },
      ]
    : []),
];

/**
 * Opens a Japanese path of the site in each look, waits until it is ready, and expects axe to find
 * nothing and the page to fit into the window.
 */
export async function expectAccessible(
  page: Page,
  path: string,
  ready: () => Promise<unknown>,
): Promise<void> {
  for (const { language, colorScheme } of LOOKS) {
    const address = `${language}${path}`;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${testStack().web}${address}`);
    await ready();
    expect(await findingsOn(page), `${address} ${colorScheme}`).toEqual([]);
    const tooWide = 'document.documentElement.scrollWidth > innerWidth';
    expect(await page.evaluate(tooWide), `${address} is wider than its window`).toBe(false);
  }
}
