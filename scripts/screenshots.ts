import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { ensureChromium } from './ensureChromium.ts';
import { root } from './root.ts';
import { readStack } from './stack.ts';
import { runCommand } from './stopWithMessage.ts';

const folder = join(root, 'docs', 'images');

// Takes the pictures of the README from a running stack.
await runCommand(async () => {
  const { values } = parseArgs({ options: { dir: { type: 'string', default: '.local' } } });
  const stack = readStack(values.dir);
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({
      locale: 'ja-JP',
      timezoneId: 'Asia/Tokyo',
      viewport: { width: 1280, height: 900 },
    });
    const take = async (name: string) => {
      await page.screenshot({ path: join(folder, name) });
      console.log(join(folder, name));
    };
    await page.goto(stack.web);
    await page.getByRole('listitem').first().waitFor();
    await take('upcoming.png');
    // The execution that has read the demo catalogue.
    await page.goto(`${stack.console}/executions`);
    await page
      .getByRole('link', { name: /^shinkan-/ })
      .last()
      .click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await take('console.png');
  } finally {
    await browser.close();
  }
  return 0;
});
