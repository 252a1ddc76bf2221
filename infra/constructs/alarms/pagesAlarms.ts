import type { Pages } from '../site/pages.ts';
import type { AlarmSet } from './alarmSet.ts';
import { count, SHORTLY } from './metrics.ts';

/** Links to books show no preview where they are shared, or pages of books do not come at all. */
export function pagesAlarms(alarms: AlarmSet, { pages }: { pages: Pages }): void {
  const chapter = 'a-shared-link-shows-no-preview';
  alarms.whenever('HeadsLeftOut', {
    name: 'shinkan-heads-left-out',
    means: 'Pages of books are served without the book in their head',
    chapter,
    metric: count('Pages', 'HeadsLeftOut'),
    // One that came too late is nothing to look at.
    threshold: 5,
  });
  alarms.whenever('PagesFail', {
    name: 'shinkan-pages-fail',
    means: 'The function that serves the pages of books does not start or runs out of time',
    chapter,
    metric: pages.handler.metricErrors(SHORTLY),
  });
  alarms.whenever('PagesThrottled', {
    name: 'shinkan-pages-throttled',
    means: 'More pages of books are asked for at once than may be made at once',
    chapter,
    metric: pages.handler.metricThrottles(SHORTLY),
    // A rush of a moment passes by itself, while the distribution serves what it has.
    threshold: 100,
  });
}
