import { Suspense, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { PageSkeleton } from '../../parts/page/PageSkeleton.tsx';
import { useLive } from '../../stage/LiveContext.ts';
import { lazily } from '../../stage/lazily.ts';
import { useStage } from '../../stage/StageContext.ts';
import { ErrorBoundary } from '../failure/ErrorBoundary.tsx';
import { AppRoutes } from '../routes/AppRoutes.tsx';
import { SignInProvider } from '../sign-in/SignInProvider.tsx';
import { SaidCard } from './SaidCard.tsx';
import { SessionEnded } from './SessionEnded.tsx';
import { SiteFooter } from './SiteFooter.tsx';
import { SiteHeader } from './SiteHeader.tsx';
import { useFocusOnArrival } from './useFocusOnArrival.ts';
import { useScrollMemory } from './useScrollMemory.ts';

const Notices = lazily(() => import('../../parts/notice/Notices.tsx'));

/** The frame around every page. */
export function Shell() {
  const t = useTranslations('site');
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  useScrollMemory();
  useFocusOnArrival(main);
  return (
    <SignInProvider>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <SiteHeader />
      <SessionEnded />
      <main ref={main} id="main" tabIndex={-1}>
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<PageSkeleton />}>
            <AppRoutes />
            <Showed />
          </Suspense>
        </ErrorBoundary>
      </main>
      <SiteFooter />
      <div className="foot">
        <LiveNotices />
        <SaidCard />
      </div>
    </SignInProvider>
  );
}

/** A sibling of the page, so that it mounts together with the page. */
function Showed() {
  const stage = useStage();
  useEffect(() => stage.showed(), [stage]);
  return null;
}

function LiveNotices() {
  const live = useLive();
  if (!live) return null;
  return (
    <Suspense>
      <Notices />
    </Suspense>
  );
}
