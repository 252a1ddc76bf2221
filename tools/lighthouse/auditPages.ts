import { describeMachine } from '../bench/lib/machine.ts';
import { median } from '../bench/lib/median.ts';
import { EXIT } from '../cli/exitCodes.ts';
import { readStack } from '../stack/stack.ts';
import { type Audit, audit, CATEGORIES, type Category } from './audit.ts';
import { findBook } from './findBook.ts';

/** What every page must reach. The speed is that of a phone on a slow network. */
const WANTED: Record<Category, number> = {
  performance: 95,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
};

/** Audits the pages of a running stack, in both languages. Returns the exit code: 1 below what is wanted. */
export async function auditPages(dir: string, runs: number, only: string): Promise<number> {
  const stack = readStack(dir);
  const paths = ['/', `/books/${await findBook(stack)}`, '/calendar', '/sign-in'];
  console.log(`${new Date().toISOString().slice(0, 10)}; ${describeMachine()}\n`);
  console.log(`| page | ${CATEGORIES.join(' | ')} | largest paint |\n|${'---|'.repeat(6)}`);
  let passed = true;
  for (const path of paths) {
    for (const address of [path, path === '/' ? '/en' : `/en${path}`]) {
      if (!address.includes(only)) continue;
      const audits: Audit[] = [];
      for (let run = 0; run < runs; run += 1) {
        audits.push(await auditOnceMore(`${stack.web}${address}`));
      }
      passed = report(address, audits) && passed;
    }
  }
  return passed ? EXIT.done : EXIT.failed;
}

/**
 * A browser on a busy machine may lose the trace of an audit, which says nothing about the page.
 */
async function auditOnceMore(url: string): Promise<Audit> {
  try {
    return await audit(url);
  } catch (error) {
    console.error(`${url}: once more, since ${error instanceof Error ? error.message : error}`);
    return audit(url);
  }
}

/** Prints a page's row, and below it what fell short. */
function report(address: string, audits: Audit[]): boolean {
  const scores = CATEGORIES.map((name) => median(audits.map((each) => each.scores[name])));
  const painted = median(audits.map(({ paintedMs }) => paintedMs)) / 1000;
  console.log(`| ${address} | ${scores.join(' | ')} | ${painted.toFixed(2)} s |`);
  const short = CATEGORIES.filter((name, index) => (scores[index] ?? 0) < WANTED[name]);
  for (const name of short) {
    console.error(`${address}: ${name} is to be ${WANTED[name]}.`);
    for (const failed of new Set(audits.flatMap((each) => each.failed[name]))) {
      console.error(`    ${failed}`);
    }
  }
  return short.length === 0;
}
