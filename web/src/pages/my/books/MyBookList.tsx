import { useTranslations } from 'use-intl/react';
import type { WaitedBookPartsFragment } from '../../../generated/documents.ts';
import { groupByStanding } from './groupByStanding.ts';
import { WaitedBook } from './WaitedBook.tsx';

interface MyBookListProps {
  waited: WaitedBookPartsFragment[];
  /** Whether the books are grouped under headings by status. */
  grouped: boolean;
}

/** The member's books in the given order, optionally grouped. */
export function MyBookList({ waited, grouped }: MyBookListProps) {
  const t = useTranslations('my');
  if (!grouped) return <List waited={waited} heading="h2" />;
  return groupByStanding(waited).map(({ standing, waited: own }) => (
    <section key={standing} className="my-books__group" aria-labelledby={`my-${standing}`}>
      <h2 id={`my-${standing}`}>{t(standing)}</h2>
      <List waited={own} heading="h3" />
    </section>
  ));
}

function List({ waited, heading }: { waited: WaitedBookPartsFragment[]; heading: 'h2' | 'h3' }) {
  return (
    <ul>
      {waited.map((each) => (
        <li key={each.bookId}>
          <WaitedBook waited={each} heading={heading} />
        </li>
      ))}
    </ul>
  );
}
