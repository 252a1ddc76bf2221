const catalogue = () => import('./features/catalogue/CataloguePage.tsx');

/** The pages that are loaded when they are first visited, by their address or its first part. */
export const pages = {
  books: () => import('./features/book/BookPage.tsx'),
  contributors: catalogue,
  series: catalogue,
  calendar: () => import('./features/calendar/CalendarPage.tsx'),
  my: () => import('./features/my/MyPage.tsx'),
  'my/mails': () => import('./features/mail/MemberMailsPage.tsx'),
  'sign-in': () => import('./features/sign-in/SignInPage.tsx'),
  operator: () => import('./features/operator/OperatorPages.tsx'),
  '*': () => import('./features/shell/NotFoundPage.tsx'),
};
