import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { StaleSince } from '../parts/StaleSince.tsx';
import type { Watched } from '../parts/useWatched.ts';

interface ShownProps<Data> {
  seen: Watched<Data>;
  children: (data: Data) => ReactNode;
}

/** The loaded data, a loading state or a failure, separately for each part of the page. */
export function Shown<Data>({ seen, children }: ShownProps<Data>) {
  const t = useTranslations();
  if (seen.data) {
    return (
      <>
        {children(seen.data)}
        <StaleSince failed={seen.failed} since={seen.since} />
      </>
    );
  }
  if (seen.failed) {
    return (
      <div role="alert">
        <p className="run__caution">{t('failed.title')}</p>
        <button type="button" className="button" onClick={seen.retry}>
          {t('failed.retry')}
        </button>
      </div>
    );
  }
  return (
    <div className="skeleton answer__skeleton" role="status" aria-label={t('site.loading')}>
      <div className="skeleton__line" />
      <div className="skeleton__line skeleton__line--short" />
    </div>
  );
}
