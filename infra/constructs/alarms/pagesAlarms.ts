import type { Pages } from '../site/pages.ts';
import type { AlarmSet } from './alarmSet.ts';
import { count, SHORTLY } from './metrics.ts';

/** Shared links to books show no preview, or book pages fail altogether. */
export function pagesAlarms(alarms: AlarmSet, { pages }: { pages: Pages }): void {
  const chapter = 'a-shared-link-shows-no-preview';
  alarms.whenever('HeadsLeftOut', {
    name: 'shinkan-heads-left-out',
    means: 'Book pages are served without the book in their head',
    chapter,
    metric: count('Pages', 'HeadsLeftOut'),
    // A single timeout needs no attention.
    threshold: 5,
  });
  alarms.whenever('PagesFail', {
    name: 'shinkan-pages-fail',
    means: 'The function that serves book pages does not start or times out',
    chapter,
    metric: pages.handler.metricErrors(SHORTLY),
  });
  alarms.whenever('PagesThrottled', {
    name: 'shinkan-pages-throttled',
    means: 'The function that serves book pages is throttled',
    chapter,
    metric: pages.handler.metricThrottles(SHORTLY),
    // A brief spike passes on its own while the distribution serves what it has cached.
    threshold: 100,
  });
}
