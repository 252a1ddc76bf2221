import type { Page } from 'playwright-core';

export interface Scrolled {
  /** How many tasks took more than 50 ms. */
  tasks: number;
  /** Their total duration. */
  'busy ms': number;
  /** CPU time of the page's own thread, regardless of other load. */
  'ms of CPU': number;
  /** From the top to the end, half a screen in each frame. */
  ms: number;
}

/** Scrolls a page to its end, half a screen with each frame that is drawn. */
export async function scrollToTheEnd(page: Page): Promise<Scrolled> {
  const debug = await page.context().newCDPSession(page);
  await debug.send('Performance.enable', { timeDomain: 'threadTicks' });
  const computed = async () => {
    const { metrics } = await debug.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const before = await computed();
  const seen = await page.evaluate(async () => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    });
    observer.observe({ type: 'longtask' });
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const begun = performance.now();
    const end = () => document.documentElement.scrollHeight - innerHeight - 1;
    while (scrollY < end()) {
      scrollBy(0, innerHeight / 2);
      await frame();
    }
    await frame();
    const ms = performance.now() - begun;
    // The last tasks are reported shortly after they end.
    await new Promise((resolve) => setTimeout(resolve, 500));
    observer.disconnect();
    return { tasks: tasks.length, 'busy ms': tasks.reduce((sum, task) => sum + task, 0), ms };
  });
  return { ...seen, 'ms of CPU': (await computed()) - before };
}
