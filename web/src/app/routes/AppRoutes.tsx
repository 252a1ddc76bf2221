import { Route, Routes } from 'react-router';
import { UpcomingPage } from '../../pages/upcoming/UpcomingPage.tsx';
import { lazily, lazilyWorded } from '../../stage/lazily.ts';
import { lazyPage } from '../../stage/lazyPage.tsx';
import { pages } from './pages.ts';

const BookPage = lazyPage(pages.books);
const CalendarPage = lazilyWorded(pages.calendar);
const CataloguePage = lazily(pages.contributors.load);
const MyPage = lazily(pages.my.load);
const MemberMailsPage = lazily(pages['my/mails'].load);
const SignInPage = lazilyWorded(pages['sign-in']);
const OperatorPages = lazily(pages.operator.load);
const NotFoundPage = lazily(pages['*'].load);

/** Maps addresses to pages. */
export function AppRoutes() {
  return (
    <Routes>
      <Route path="/" element={<UpcomingPage />} />
      <Route path="/books/:id" element={<BookPage />} />
      <Route path="/contributors/:id" element={<CataloguePage kind="CONTRIBUTOR" />} />
      <Route path="/series/:id" element={<CataloguePage kind="SERIES" />} />
      <Route path="/calendar/:when?" element={<CalendarPage />} />
      <Route path="/my" element={<MyPage />} />
      <Route path="/my/mails" element={<MemberMailsPage />} />
      <Route path="/sign-in" element={<SignInPage />} />
      <Route path="/operator/*" element={<OperatorPages />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
