import {
  type Browser,
  type BrowserContext,
  type ConsoleMessage,
  chromium,
  type Page,
} from 'playwright-core';
import { ensureChromium } from '../install/ensureChromium.ts';

/** Where the tests' covers are said to be: a host of RFC 2606, so nobody answers there. */
export const COVERS = 'https://covers.example';

/** Starts the system's Chromium without a window. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // At once, whatever the machine would ask.
      `--host-resolver-rules=MAP ${new URL(COVERS).host} ~NOTFOUND`,
    ],
  });
}

/** A page of somebody's own, and the complaints that the browser made about it. */
export interface Visit {
  context: BrowserContext;
  page: Page;
  /**
   * Console errors, uncaught exceptions and violations of the content security policy. A cover of
   * {@link COVERS} that does not load is none: a list may show what another test has delivered.
   */
  complaints: string[];
}

/** Whether the browser only says that a cover did not load, which the page has an answer to. */
export function isOfACover(message: ConsoleMessage): boolean {
  const isOfALoad = message.text().startsWith('Failed to load resource');
  return isOfALoad && message.location().url.startsWith(`${COVERS}/`);
}

/** Opens a page with cookies and storage of its own, in Japanese and in Japan. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !isOfACover(message)) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  return { context, page, complaints };
}
