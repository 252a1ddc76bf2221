import { useTranslations } from 'use-intl/react';
import type { BookCardPartsFragment } from '../../generated/documents.ts';
import { BookCard } from '../book/BookCard.tsx';
import { dayInJapan } from '../release/calendar.ts';
import { useReleaseWords } from '../release/useReleaseWords.ts';
import { ConsentWords } from '../subscription/ConsentNote.tsx';
import { isTakenBack } from './isTakenBack.ts';

/** A book that the member asked for, or has just taken back and can have again at the same place. */
export function WaitedBook({ book, since }: { book: BookCardPartsFragment; since: string }) {
  const t = useTranslations('my');
  const words = useReleaseWords();
  const takenBack = isTakenBack(book);
  const when = words.day(dayInJapan(new Date(since)), true);
  return (
    <div className={takenBack ? 'my-books__undone' : undefined}>
      <BookCard
        book={book}
        heading="h2"
        dated
        askLabel={t('undo')}
        note={
          <>
            <p role="status" className="my-books__since">
              {takenBack ? t('undone') : t('since', { when })}
            </p>
            {takenBack && <ConsentWords />}
          </>
        }
      />
    </div>
  );
}
