import { Route, Routes } from 'react-router';
import { UpcomingPage } from './features/upcoming/UpcomingPage.tsx';
import { pages } from './pages.ts';
import { lazily } from './stage/lazily.ts';

const BookPage = lazily(pages.books);
const MyPage = lazily(pages.my);
const SignInPage = lazily(pages['sign-in']);
const NotFoundPage = lazily(pages['*']);

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
