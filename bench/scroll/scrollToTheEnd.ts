import type { Page } from 'playwright-core';

export interface Scrolled {
  /** How many tasks took more than 50 ms. */
  tasks: number;
  /** How long these took in all. */
  'busy ms': number;
  /** From the top to the end, half a screen in each frame. */
  ms: number;
}

/** Scrolls a page to its end, half a screen with each frame that is drawn. */
export function scrollToTheEnd(page: Page): Promise<Scrolled> {
  return page.evaluate(async () => {
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
    // The last tasks are told of a moment after they have ended.
    await new Promise((resolve) => setTimeout(resolve, 500));
    observer.disconnect();
    return { tasks: tasks.length, 'busy ms': tasks.reduce((sum, task) => sum + task, 0), ms };
  });
}
