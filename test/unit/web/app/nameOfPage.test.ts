import { expect, it } from 'vitest';
import { nameOfPage } from '../../../../web/src/app/routes/nameOfPage.ts';

it.each([
  ['/', 'list'],
  ['/en', 'list'],
  ['/en/', 'list'],
  ['/my', 'my'],
  ['/my/mails', 'my/mails'],
  ['/en/my/mails', 'my/mails'],
  ['/books/isbn-1', 'books'],
  ['/contributors/c-1', 'contributors'],
  ['/en/series/s-1', 'series'],
  ['/en/calendar/2031-03', 'calendar'],
  ['/operator/runs/1', 'operator'],
  ['/mythology', '*'],
  ['/english', '*'],
] as const)('nameOfPage maps %s to the page %s', (path, page) => {
  expect(nameOfPage(path)).toBe(page);
});
