import {
  type Browser,
  type BrowserContext,
  type ConsoleMessage,
  chromium,
  type Page,
} from 'playwright-core';
import { ensureChromium, findHeadlessShell } from '../install/ensureChromium.ts';

/** The host of the tests' covers: reserved by RFC 2606, so nothing answers there. */
export const COVERS = 'https://covers.example';

const OPTIONS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Fails at once, without a DNS lookup.
  `--host-resolver-rules=MAP ${new URL(COVERS).host} ~NOTFOUND`,
];

/**
 * Starts the system's Chromium without a window: the headless shell where it is installed, which is
 * faster.
 */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findHeadlessShell() ?? ensureChromium(),
    args: OPTIONS,
  });
}

/** Starts the full Chromium without a window; unlike the headless shell, it has notifications. */
export function openFullBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium(), args: OPTIONS });
}

/** A page in its own browser context, and the problems that the browser reported. */
export interface Visit {
  context: BrowserContext;
  page: Page;
  /**
   * Console errors, uncaught exceptions and violations of the content security policy. A cover of
   * {@link COVERS} that fails to load does not count: a list may show what another test has
   * ingested.
   */
  complaints: string[];
}

/** Whether the browser only reports that a cover failed to load, which the page handles. */
export function isOfACover(message: ConsoleMessage): boolean {
  const isOfALoad = message.text().startsWith('Failed to load resource');
  return isOfALoad && message.location().url.startsWith(`${COVERS}/`);
}

/** Opens a page with its own cookies and storage, with Japanese language and time zone. */
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
