import type { CSSProperties } from 'react';
import type { Day } from '../../../../../domain/release/calendar.ts';
import { ListedBook } from '../../../parts/book/ListedBook.tsx';
import { DayHeading } from '../../../parts/release/DayHeading.tsx';
import type { ReleaseSection as Section } from './groupByRelease.ts';
import { VagueHeading } from './VagueHeading.tsx';

/** The books of one day or vaguer period, beside its date. */
export function ReleaseSection({ section, today }: { section: Section; today: Day }) {
  const headingId = `release-${section.key}`;
  return (
    <section
      className={`release release--listed release--${section.kind}`}
      style={{ '--books': section.books.length } as CSSProperties}
      aria-labelledby={headingId}
    >
      <h2 id={headingId} className="release__heading">
        {section.kind === 'day' && section.release.earliest ? (
          <DayHeading day={section.release.earliest} today={today} />
        ) : (
          <VagueHeading release={section.release} today={today} />
        )}
      </h2>
      <ul className="release__books">
        {section.books.map((book) => (
          <ListedBook key={book.id} book={book} />
        ))}
      </ul>
    </section>
  );
}
