import { useTranslations } from 'use-intl/react';
import type { BookCardPartsFragment } from '../../generated/documents.ts';
import { BookCard } from '../book/BookCard.tsx';
import { dayInJapan } from '../release/calendar.ts';
import { useReleaseWords } from '../release/useReleaseWords.ts';
import { useSubscribing } from '../subscription/useSubscribing.ts';

/** A book that the member waits for, or has just stopped waiting for and can have back. */
export function WaitedBook({ book, since }: { book: BookCardPartsFragment; since: string }) {
  const t = useTranslations('my');
  const words = useReleaseWords();
  const subscribing = useSubscribing();
  if (book.subscribed !== false || book.status === 'ON_SALE') {
    const when = words.day(dayInJapan(new Date(since)), true);
    return (
      <BookCard
        book={book}
        heading="h2"
        dated
        note={<p className="my-books__since">{t('since', { when })}</p>}
      />
    );
  }
  const undo = (
    <span className="subscribe">
      <button
        type="button"
        className="subscribe__button"
        onClick={() => subscribing(book.id, true)}
      >
        {t('undo')}
      </button>
    </span>
  );
  return (
    <div className="my-books__undone">
      <BookCard
        book={book}
        heading="h2"
        dated
        action={undo}
        note={
          <p role="status" className="my-books__since">
            {t('undone')}
          </p>
        }
      />
    </div>
  );
}
