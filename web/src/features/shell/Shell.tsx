import { Suspense } from 'react';
import { useLocation } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { AppRoutes } from '../../AppRoutes.tsx';
import { ListSkeleton } from '../feedback/ListSkeleton.tsx';
import { Notices } from '../notice/Notices.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { SiteFooter } from './SiteFooter.tsx';
import { SiteHeader } from './SiteHeader.tsx';
import { useScrollMemory } from './useScrollMemory.ts';

/** What surrounds every page. */
export function Shell() {
  const t = useTranslations('site');
  const { pathname } = useLocation();
  useScrollMemory();
  return (
    <>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <SiteHeader />
      <main id="main" tabIndex={-1}>
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<ListSkeleton />}>
            <AppRoutes />
          </Suspense>
        </ErrorBoundary>
      </main>
      <SiteFooter />
      <Notices />
    </>
  );
}
