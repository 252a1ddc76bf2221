import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

const KEPT = join(import.meta.dirname, '../journeys/looks');

/** The folder for screenshots that differ from the stored ones. */
const SEEN = join(tmpdir(), 'shinkan-looks');

/** The tolerance for a pixel's colour; the comparison itself ignores anti-aliasing. */
const THRESHOLD = 0.15;

/** The share of pixels that may differ, for letters shifted by half a pixel. */
const MOST = 0.005;

const isUpdate = process.env.UPDATE_LOOKS === '1';

/**
 * Compares the page with its stored screenshot; returns the difference, or null. With
 * UPDATE_LOOKS=1 the screenshot is stored again instead.
 */
export async function differenceFrom(name: string, page: Page): Promise<string | null> {
  const seen = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const file = join(KEPT, `${name}.png`);
  if (isUpdate) {
    writeFileSync(file, seen);
    return null;
  }
  if (!existsSync(file)) return `${file} is not there; UPDATE_LOOKS=1 makes it`;
  const [now, before] = [PNG.sync.read(seen), PNG.sync.read(readFileSync(file))];
  if (now.width !== before.width || now.height !== before.height) {
    return `${name}: ${before.width} × ${before.height} expected, ${now.width} × ${now.height} seen`;
  }
  const { width, height } = now;
  const difference = new PNG({ width, height });
  const options = { threshold: THRESHOLD };
  const other = pixelmatch(before.data, now.data, difference.data, width, height, options);
  if (other <= width * height * MOST) return null;
  mkdirSync(SEEN, { recursive: true });
  writeFileSync(join(SEEN, `${name}.png`), seen);
  writeFileSync(join(SEEN, `${name}.difference.png`), PNG.sync.write(difference));
  return `${name}: ${other} pixels are others; see ${join(SEEN, `${name}.difference.png`)}. UPDATE_LOOKS=1 keeps what is seen.`;
}

/**
 * Checks the metrics of this machine's fonts: if they differ from those in the screenshots, a
 * comparison would say nothing about the site. Returns the difference in words, or null.
 */
export async function otherLetters(page: Page): Promise<string | null> {
  const measured = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    if (!context) return '';
    const root = getComputedStyle(document.documentElement);
    const widthIn = (font: string) => {
      context.font = `40px ${root.getPropertyValue(font)}`;
      return context.measureText('雪国の灯 New books 2026年12月5日').width.toFixed(1);
    };
    return `${widthIn('--mincho')} ${widthIn('--gothic')}`;
  });
  const letters = `${measured} ${page.context().browser()?.version().split('.')[0]}`;
  const file = join(KEPT, 'letters.txt');
  if (isUpdate) writeFileSync(file, `${letters}\n`);
  const before = readFileSync(file, 'utf8').trim();
  return before === letters ? null : `letters and browser measure "${letters}", not "${before}"`;
}
