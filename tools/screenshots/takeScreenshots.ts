import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../install/ensureChromium.ts';
import { root } from '../root.ts';
import { readStack } from '../stack/stack.ts';

const folder = join(root, 'docs', 'images');

/** Takes the pictures of the README from the running stack whose state is in `dir`. */
export async function takeScreenshots(dir: string): Promise<void> {
  const stack = readStack(dir);
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const take = async (page: Page, name: string) => {
      await page.screenshot({ path: join(folder, name) });
      console.log(join(folder, name));
    };
    const wide = await openPage(browser, { viewport: { width: 1280, height: 900 } });
    await openList(wide, stack.web);
    await take(wide, 'upcoming.png');
    const phone = await openPage(browser, {
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      colorScheme: 'dark',
    });
    await openList(phone, stack.web);
    await take(phone, 'phone.png');
    // The execution that read the demo catalogue.
    await wide.goto(`${stack.console}/executions`);
    await wide
      .getByRole('link', { name: /^shinkan-/ })
      .last()
      .click();
    await wide.getByRole('heading', { level: 1 }).waitFor();
    await take(wide, 'console.png');
  } finally {
    await browser.close();
  }
}

function openPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  return browser.newPage({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', ...options });
}

/** Opens the list and waits until live news is connected and nothing moves any more. */
async function openList(page: Page, web: string): Promise<void> {
  await page.goto(web);
  await page.locator('.timeline').getByRole('listitem').first().waitFor();
  await page.locator('.live-indicator--live').waitFor();
}
