import { loadable } from './stage/loadable.ts';

const catalogue = loadable(() => import('./features/catalogue/CataloguePage.tsx'));

/** The pages that are loaded when they are first visited, by their address or its first part. */
export const pages = {
  books: loadable(() => import('./features/book/BookPage.tsx')),
  contributors: catalogue,
  series: catalogue,
  calendar: loadable(() => import('./features/calendar/CalendarPage.tsx')),
  my: loadable(() => import('./features/my/MyPage.tsx')),
  'my/mails': loadable(() => import('./features/mail/MemberMailsPage.tsx')),
  'sign-in': loadable(() => import('./features/sign-in/SignInPage.tsx')),
  operator: loadable(() => import('./features/operator/OperatorPages.tsx')),
  '*': loadable(() => import('./features/shell/NotFoundPage.tsx')),
};
