import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStack } from '../stack/stack.ts';
import { openBrowser } from '../testing/browser.ts';
import { startStackProcess } from '../testing/startTestStacks.ts';
import type { Line } from './lib/compare.ts';
import { median, spread } from './lib/median.ts';
import { announceBooks } from './scroll/announceBooks.ts';
import { openEmptyPage, openList, type Shown } from './scroll/pages.ts';
import { type Scrolled, scrollToTheEnd } from './scroll/scrollToTheEnd.ts';

const BOOKS = 1_000;
const ROUNDS = 3;

/**
 * Scrolls a list of a thousand loaded books from top to end in a browser: the page as it is, the
 * same page drawing every book at all times, and an empty page of the same height. Returns how
 * often, and how long in total, the page was busy for more than 50 ms, and the total time.
 */
export async function bench(): Promise<Line[]> {
  const dir = mkdtempSync(join(tmpdir(), 'shinkan-bench-'));
  const running = await startStackProcess(dir, ['--empty']);
  const browser = await openBrowser();
  try {
    const stack = readStack(dir);
    await announceBooks(stack, BOOKS);
    const rounds: { [side in 'ours' | 'whole' | 'empty']: Scrolled[] } = {
      ours: [],
      whole: [],
      empty: [],
    };
    const measure = async (shown: Shown): Promise<Scrolled> => {
      const scrolled = await scrollToTheEnd(shown.page);
      await shown.page.context().close();
      return scrolled;
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      const list = await openList(browser, stack.web, BOOKS);
      const { height } = list;
      rounds.ours.push(await measure(list));
      rounds.whole.push(await measure(await openList(browser, stack.web, BOOKS, 'whole')));
      rounds.empty.push(await measure(await openEmptyPage(browser, stack.web, height)));
      console.error(`round ${round + 1} of ${ROUNDS} is done`);
    }
    console.log(JSON.stringify(rounds));
    const { ours, whole, empty } = rounds;
    const named = { ours: 'drawn when near', whole: 'all drawn', empty: 'an empty page' };
    const line = (path: string, unit: keyof Scrolled, peer: 'whole' | 'empty'): Line => {
      const figure = (name: string, values: number[]) => ({
        name,
        median: median(values),
        spread: spread(values),
      });
      const us = figure(
        named.ours,
        ours.map((round) => round[unit]),
      );
      const theirs = { whole, empty }[peer];
      const them = figure(
        named[peer],
        theirs.map((round) => round[unit]),
      );
      const ratio = us.median / (them.median || 1);
      return { path, unit, better: 'lower', ours: us, peer: them, ratio, goal: null };
    };
    return [
      line('tasks of more than 50 ms', 'tasks', 'whole'),
      line('tasks of more than 50 ms', 'tasks', 'empty'),
      line('busy for more than 50 ms', 'busy ms', 'whole'),
      line('the whole way', 'ms of CPU', 'whole'),
      line('the whole way', 'ms of CPU', 'empty'),
      line('the whole way', 'ms', 'whole'),
      line('the whole way', 'ms', 'empty'),
    ];
  } finally {
    await browser.close();
    await running.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
