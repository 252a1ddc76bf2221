import { Link, useParams } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { BookPageDocument } from '../../generated/documents.ts';
import { Empty } from '../../parts/feedback/Empty.tsx';
import { Failure } from '../../parts/feedback/Failure.tsx';
import { PageSkeleton } from '../../parts/page/PageSkeleton.tsx';
import { useQuery } from '../../stage/useQuery.ts';
import { BookView } from './BookView.tsx';
import './book-page.css';

/** One book with everything known about it. */
export default function BookPage() {
  const t = useTranslations('book');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(BookPageDocument, { variables: { id } });
  if (data?.book) return <BookView book={data.book} />;
  if (data) {
    return (
      <Empty title={t('missing')} note={t('missingNote')}>
        <Link to="/">{t('back')}</Link>
      </Empty>
    );
  }
  if (error) return <Failure onRetry={() => refetch().catch(console.error)} />;
  return <PageSkeleton />;
}
