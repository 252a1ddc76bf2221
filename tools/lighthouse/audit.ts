import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../install/ensureChromium.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

export type Category = (typeof CATEGORIES)[number];

/** One audit of a page: its scores out of 100, and what lowered them. */
export interface Audit {
  scores: Record<Category, number>;
  /** Failed checks by category: title and measurement. */
  failed: Record<Category, string[]>;
  /** Largest contentful paint in milliseconds, as simulated for a phone. */
  paintedMs: number;
}

/** Opens the address as a phone on a slow network would, in a browser of its own. */
export async function audit(url: string): Promise<Audit> {
  const profile = await mkdtemp(join(tmpdir(), 'shinkan-lighthouse-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    // Port 0: the browser takes a free one, and writes down which.
    args: ['--no-sandbox', '--disable-background-networking', '--remote-debugging-port=0'],
  });
  try {
    const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
    const result = await lighthouse(url, {
      port: Number(port),
      onlyCategories: [...CATEGORIES],
      logLevel: 'error',
    });
    if (result === undefined) throw new Error(`${url}: Lighthouse gave no result`);
    return read(result.lhr);
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

function read({ categories, audits, runtimeError }: Result): Audit {
  if (runtimeError) throw new Error(`${runtimeError.code}: ${runtimeError.message}`);
  return {
    scores: forEach((name) => Math.round((categories[name]?.score ?? 0) * 100)),
    failed: forEach((name) =>
      (categories[name]?.auditRefs ?? [])
        .filter(({ weight }) => weight > 0)
        .map(({ id }) => audits[id])
        .filter((audit) => audit !== undefined && audit.score !== null && audit.score < 0.9)
        .map((audit) => `${audit?.title} ${audit?.displayValue ?? ''} ${placesOf(audit)}`.trim()),
    ),
    paintedMs: audits['largest-contentful-paint']?.numericValue ?? 0,
  };
}

/** Where on the page, as far as the audit says. */
function placesOf(audit: Result['audits'][string] | undefined): string {
  const items = audit?.details && 'items' in audit.details ? audit.details.items : [];
  return items
    .slice(0, 5)
    .map((item: unknown) => JSON.stringify(item).slice(0, 300))
    .join('\n      ');
}

function forEach<Value>(of: (name: Category) => Value): Record<Category, Value> {
  // Every category is there, which `fromEntries` cannot say.
  return Object.fromEntries(CATEGORIES.map((name) => [name, of(name)])) as Record<Category, Value>;
}
