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
    await page.goto(stack.web);
    await page.getByRole('listitem').first().waitFor();
    await page.screenshot({ path: join(folder, 'upcoming.png') });
    console.log(join(folder, 'upcoming.png'));
  } finally {
    await browser.close();
  }
  return 0;
});
