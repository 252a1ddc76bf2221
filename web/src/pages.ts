/** The pages that are loaded when they are first visited, by the first part of their address. */
export const pages = {
  books: () => import('./features/book/BookPage.tsx'),
  my: () => import('./features/my/MyPage.tsx'),
  'sign-in': () => import('./features/sign-in/SignInPage.tsx'),
  '*': () => import('./features/shell/NotFoundPage.tsx'),
};
