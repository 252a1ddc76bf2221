import { Link, useParams } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { useQuery } from '../../api/useQuery.ts';
import { BookPageDocument } from '../../generated/documents.ts';
import { Empty } from '../feedback/Empty.tsx';
import { Failure } from '../feedback/Failure.tsx';
import { ListSkeleton } from '../feedback/ListSkeleton.tsx';
import { BookView } from './BookView.tsx';
import './book-page.css';

/** One book, with everything that is known of it. */
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
  return (
    <div className="page-loading">
      <ListSkeleton />
    </div>
  );
}
