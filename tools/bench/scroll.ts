import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStack } from '../stack/stack.ts';
import { openBrowser } from '../testing/browser.ts';
import { startStackProcess } from '../testing/startTestStacks.ts';
import { sized } from './lib/smallest.ts';
import { type Line, toLine } from './lib/toLine.ts';
import { announceBooks } from './scroll/announceBooks.ts';
import { openEmptyPage, openList, type Shown } from './scroll/pages.ts';
import { type Scrolled, scrollToTheEnd } from './scroll/scrollToTheEnd.ts';

const BOOKS = sized(1_000, 60);
const ROUNDS = sized(3, 1);

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
    const rounds = { ours: [] as Scrolled[], whole: [] as Scrolled[], empty: [] as Scrolled[] };
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
    const named = { ours: 'drawn when near', whole: 'all drawn', empty: 'an empty page' };
    const line = (path: string, unit: keyof Scrolled, peer: 'whole' | 'empty'): Line => {
      const valuesOf = (side: keyof typeof rounds) => ({
        name: named[side],
        values: rounds[side].map((round) => round[unit]),
      });
      const sides = { ours: valuesOf('ours'), peer: valuesOf(peer) };
      return toLine({ path, unit, better: 'lower', ...sides, goal: null });
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
