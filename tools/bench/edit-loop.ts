import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDev } from '../dev/runDev.ts';
import { openBrowser, visit } from '../testing/browser.ts';
import { copySources } from '../testing/copySources.ts';
import { EDITS, type Edit, readOriginal, save } from './edit-loop/edits.ts';
import { sized } from './lib/smallest.ts';
import { type Line, toLine } from './lib/toLine.ts';

const SAVES = sized(5, 1);

/** The limit for each kind of edit to become visible, in milliseconds. */
const LIMITS: { [edit: string]: number } = { component: 1_000, resolver: 3_000, handler: 3_000 };

/** Times an edit from saving a file to its effect, on `npm run dev` with a copy of the sources. */
export async function bench(): Promise<Line[]> {
  const dir = mkdtempSync(join(tmpdir(), 'shinkan-bench-'));
  const sources = copySources();
  const dev = await runDev({
    ...{ dir, root: sources.root, port: 0, fresh: true, empty: true, tick: 60 },
    ...{ mailRate: 14, mailWindow: '08:00-10:00', say: (line) => console.error(line) },
  });
  const browser = await openBrowser();
  try {
    const { page } = await visit(browser, `${dev.stack.web}/nowhere`);
    await page.waitForSelector('.message');
    const lines: Line[] = [];
    for (const edit of EDITS) {
      const original = readOriginal(sources.root, edit);
      const times: number[] = [];
      for (let count = 0; count < SAVES; count += 1) {
        const mark = `saved-${count}-`;
        const begun = performance.now();
        save(sources.root, edit, mark, original);
        await edit.seen(mark, { stack: dev.stack, page });
        times.push(performance.now() - begun);
      }
      lines.push(...linesOf(edit, times));
    }
    return lines;
  } finally {
    await browser.close();
    await dev.stop();
    sources.remove();
    rmSync(dir, { recursive: true, force: true });
  }
}

function linesOf({ name }: Edit, times: number[]): Line[] {
  const line = (path: string, values: number[]) =>
    toLine({
      ...{ path, unit: 'ms', better: 'lower', goal: 1 },
      ours: { name: 'save to effect', values },
      peer: { name: 'limit', values: [LIMITS[name] ?? Number.NaN] },
    });
  const median = line(`${name}, median of ${SAVES}`, times);
  const slowest = line(`${name}, slowest of ${SAVES}`, [Math.max(...times)]);
  return [median, { ...slowest, spread: median.spread }];
}
