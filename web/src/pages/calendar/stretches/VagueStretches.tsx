import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { partsOf } from '../../../../../domain/release/calendar.ts';
import { wordRelease } from '../../../../../domain/release/wordRelease.ts';
import type { CalendarStretchPartsFragment } from '../../../generated/documents.ts';
import { Cover } from '../../../parts/cover/Cover.tsx';
import { useReleaseWords } from '../../../parts/release/useReleaseWords.ts';
import { addressOfStretch } from '../dates/calendarAddress.ts';
import { firstDayOf, type Month } from '../dates/month.ts';

interface VagueStretchesProps {
  stretches: CalendarStretchPartsFragment[];
  month: Month;
}

/** The books that may appear in a month on a day not announced yet. */
export function VagueStretches({ stretches, month }: VagueStretchesProps) {
  const t = useTranslations('calendar');
  const { year } = partsOf(firstDayOf(month));
  return (
    <section className="vague-stretches" aria-labelledby="vague-stretches">
      <h2 id="vague-stretches">{t('vague')}</h2>
      <p className="vague-stretches__note">{t('vagueNote')}</p>
      <ul>
        {stretches.map((stretch) => (
          <li key={addressOfStretch(stretch.release)}>
            <StretchLine stretch={stretch} year={year} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Omits the year that the page is about. */
function StretchLine({ stretch, year }: { stretch: CalendarStretchPartsFragment; year: number }) {
  const t = useTranslations('calendar');
  const words = useReleaseWords();
  const { release, bookCount, firstBooks } = stretch;
  return (
    <Link to={addressOfStretch(release)} className="stretch">
      <span className="stretch__when">{wordRelease(release, { words, silentYear: year })}</span>
      <span className="stretch__count">{t('count', { count: bookCount })}</span>
      <span className="stretch__covers">
        {firstBooks.map((book) => (
          <Cover key={book.id} book={book} size="card" decorative />
        ))}
      </span>
    </Link>
  );
}
