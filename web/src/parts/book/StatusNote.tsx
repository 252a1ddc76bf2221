import { useTranslations } from 'use-intl/react';
import type { BookStatus, ReleasePartsFragment } from '../../generated/documents.ts';
import { useToday } from '../release/useToday.ts';

interface StatusNoteProps {
  status: BookStatus;
  release: ReleasePartsFragment;
}

/** Explains a book's status if it may surprise the reader. */
export function StatusNote({ status, release }: StatusNoteProps) {
  const t = useTranslations('book');
  const today = useToday();
  if (status === 'CANCELLED') return <p>{t('cancelledNote')}</p>;
  if (status === 'UNCONFIRMED') return <p>{t('unconfirmedNote')}</p>;
  const isOverdue = status === 'UPCOMING' && release.latest !== null && release.latest < today;
  return isOverdue ? <p>{t('overdueNote')}</p> : null;
}
