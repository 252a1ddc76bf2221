import { useTranslations } from 'use-intl/react';

/** A list that can be continued. */
export interface PageOfMore {
  hasMore: boolean;
  moreState: 'idle' | 'loading' | 'failed';
  more: () => void;
}

/** Loads more of a list, and says when that failed or when there is no more. */
export function MoreButton(props: {
  page: PageOfMore;
  label: string;
  end?: string;
  /** Replaces the message about books. */
  failed?: string;
}) {
  const { page, label, end, failed } = props;
  const t = useTranslations();
  if (!page.hasMore) return end ? <p className="list-end">{end}</p> : null;
  const loading = page.moreState === 'loading';
  return (
    <div className="more">
      {page.moreState === 'failed' && <p role="alert">{failed ?? t('failed.moreFailed')}</p>}
      <button
        type="button"
        className="button"
        aria-disabled={loading}
        onClick={loading ? undefined : () => page.more()}
      >
        {loading ? t('upcoming.loadingMore') : label}
      </button>
    </div>
  );
}
