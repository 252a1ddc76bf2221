import { useTranslations } from 'use-intl/react';

const rows = ['a', 'b', 'c'];

/** The shape of a list of mails while it loads; unseen for the first 200 ms. */
export function MailsSkeleton() {
  const t = useTranslations('site');
  return (
    <div className="skeleton" role="status" aria-label={t('loading')}>
      {rows.map((row) => (
        <div key={row} className="member-mail">
          <div className="skeleton__line skeleton__line--short" />
          <div className="skeleton__lines">
            <div className="skeleton__line" />
            <div className="skeleton__line skeleton__line--short" />
          </div>
        </div>
      ))}
    </div>
  );
}
