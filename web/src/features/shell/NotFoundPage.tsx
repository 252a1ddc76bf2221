import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { PageTitle } from './PageTitle.tsx';

export default function NotFoundPage() {
  const t = useTranslations('notFound');
  return (
    <div className="message">
      <PageTitle title={t('title')} />
      <p>{t('note')}</p>
      <Link to="/">{t('link')}</Link>
    </div>
  );
}
