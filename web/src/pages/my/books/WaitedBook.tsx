import { useTranslations } from 'use-intl/react';
import { dayInJapan } from '../../../../../domain/release/dayInJapan.ts';
import type { WaitedBookPartsFragment } from '../../../generated/documents.ts';
import { BookCard } from '../../../parts/book/BookCard.tsx';
import { useReleaseWords } from '../../../parts/release/useReleaseWords.ts';
import { ConsentWords } from '../../../parts/subscription/ConsentNote.tsx';
import { isAskedFor, Why } from '../../../parts/subscription/Why.tsx';
import { isTakenBack } from './isTakenBack.ts';
import { RemoveButton } from './RemoveButton.tsx';

interface WaitedBookProps {
  waited: WaitedBookPartsFragment;
  heading: 'h2' | 'h3';
}

/** A book that the member is subscribed to, or has just removed and can restore in place. */
export function WaitedBook({ waited: { book, since, reasons }, heading }: WaitedBookProps) {
  const t = useTranslations('my');
  const words = useReleaseWords();
  const takenBack = isTakenBack(book);
  const isOnSale = book.status === 'ON_SALE';
  const when = words.day(dayInJapan(new Date(since)), true);
  return (
    <div className={takenBack ? 'my-books__undone' : undefined}>
      <BookCard
        book={book}
        heading={heading}
        dated
        askLabel={t('undo')}
        note={
          <>
            <div className="my-books__note">
              <p role="status" className="my-books__since">
                {takenBack && t(isOnSale ? 'removed' : 'undone')}
                {!takenBack && isAskedFor(reasons) && t('since', { when })}
              </p>
              {isOnSale && <RemoveButton book={book} takenBack={takenBack} />}
            </div>
            {!takenBack && <Why reasons={reasons} />}
            {takenBack && <ConsentWords />}
          </>
        }
      />
    </div>
  );
}
