import { loadable } from '../../stage/loadable.ts';

const catalogue = loadable(() => import('../../pages/catalogue/CataloguePage.tsx'));

/** The pages loaded on their first visit, by their address or its first part. */
export const pages = {
  books: loadable(() => import('../../pages/book/BookPage.tsx')),
  contributors: catalogue,
  series: catalogue,
  calendar: loadable(() => import('../../pages/calendar/CalendarPage.tsx')),
  my: loadable(() => import('../../pages/my/MyPage.tsx')),
  'my/mails': loadable(() => import('../../pages/mails/MemberMailsPage.tsx')),
  'sign-in': loadable(() => import('../../pages/sign-in/SignInPage.tsx')),
  operator: loadable(() => import('../../pages/operator/OperatorPages.tsx')),
  '*': loadable(() => import('../../parts/page/NotFoundPage.tsx')),
};
