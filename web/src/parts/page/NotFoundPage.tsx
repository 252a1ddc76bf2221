import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { BlankCover } from '../cover/BlankCover.tsx';
import { PageTitle } from './PageTitle.tsx';

export default function NotFoundPage() {
  const t = useTranslations('notFound');
  return (
    <div className="message">
      <BlankCover fault="落丁" />
      <PageTitle title={t('title')} />
      <p>{t('note')}</p>
      <Link to="/">{t('link')}</Link>
    </div>
  );
}
