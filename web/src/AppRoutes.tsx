import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { UpcomingPage } from './features/upcoming/UpcomingPage.tsx';

const BookPage = lazy(() => import('./features/book/BookPage.tsx'));
const MyPage = lazy(() => import('./features/my/MyPage.tsx'));
const SignInPage = lazy(() => import('./features/sign-in/SignInPage.tsx'));
const OperatorPages = lazy(() => import('./features/operator/OperatorPages.tsx'));
const NotFoundPage = lazy(() => import('./features/shell/NotFoundPage.tsx'));

/** Which address shows which page. */
export function AppRoutes() {
  return (
    <Routes>
      <Route path="/" element={<UpcomingPage />} />
      <Route path="/books/:id" element={<BookPage />} />
      <Route path="/my" element={<MyPage />} />
      <Route path="/sign-in" element={<SignInPage />} />
      <Route path="/operator/*" element={<OperatorPages />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
