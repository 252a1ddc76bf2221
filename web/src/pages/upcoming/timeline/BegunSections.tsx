import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Day } from '../../../../../domain/release/calendar.ts';
import { ListedBook } from '../../../parts/book/ListedBook.tsx';
import type { ReleaseSection } from './groupByRelease.ts';

/** Few enough that the next days stay within easy reach. */
const SHOWN_FIRST = 3;

/** Books whose announced period has started without a known day; there may be very many. */
export function BegunSections(props: { sections: ReleaseSection[]; today: Day }) {
  const t = useTranslations('upcoming');
  const [all, setAll] = useState(false);
  const books = props.sections.flatMap((section) => section.books);
  if (books.length === 0) return null;
  const hidden = all ? 0 : Math.max(0, books.length - SHOWN_FIRST);
  return (
    <section className="release release--vague" aria-labelledby="release-begun">
      <h2 id="release-begun" className="release__heading">
        <span className="vague">{t('begun')}</span>
      </h2>
      <div className="release__books">
        <p className="release__note">{t('begunNote')}</p>
        <ul>
          {books.slice(0, books.length - hidden).map((book) => (
            <ListedBook key={book.id} book={book} dated />
          ))}
        </ul>
        {hidden > 0 && (
          <button type="button" className="plain-button" onClick={() => setAll(true)}>
            {t('showBegun', { count: hidden })}
          </button>
        )}
      </div>
    </section>
  );
}
