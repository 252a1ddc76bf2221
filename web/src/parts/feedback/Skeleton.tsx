import { Fragment, type ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';

interface SkeletonProps {
  /** Added to `skeleton`. */
  className?: string;
  /** The number of rows. */
  count: number;
  /** The content of one row. */
  children: ReactNode;
}

/** A placeholder made of rows; invisible for the first 200 ms. */
export function Skeleton({ className = '', count, children }: SkeletonProps) {
  const t = useTranslations('site');
  return (
    <div className={`${className} skeleton`.trim()} role="status" aria-label={t('loading')}>
      {Array.from({ length: count }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all rows are the same.
        <Fragment key={row}>{children}</Fragment>
      ))}
    </div>
  );
}

/** Two lines of text, for a title and its contributors. */
export function SkeletonLines() {
  return (
    <div className="skeleton__lines">
      <div className="skeleton__line" />
      <div className="skeleton__line skeleton__line--short" />
    </div>
  );
}
