import { Route, Routes } from 'react-router';
import { UpcomingPage } from './features/upcoming/UpcomingPage.tsx';
import { lazily } from './stage/lazily.ts';

const BookPage = lazily(() => import('./features/book/BookPage.tsx'));
const MyPage = lazily(() => import('./features/my/MyPage.tsx'));
const SignInPage = lazily(() => import('./features/sign-in/SignInPage.tsx'));
const NotFoundPage = lazily(() => import('./features/shell/NotFoundPage.tsx'));

/** Which address shows which page. */
export function AppRoutes() {
  return (
    <Routes>
      <Route path="/" element={<UpcomingPage />} />
      <Route path="/books/:id" element={<BookPage />} />
      <Route path="/my" element={<MyPage />} />
      <Route path="/sign-in" element={<SignInPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
