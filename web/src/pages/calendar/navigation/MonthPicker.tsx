import { useId, useState } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { addressOfMonth } from '../dates/calendarAddress.ts';
import { yearOf } from '../dates/holidays.ts';
import { FIRST_MONTH, isMonth, LAST_MONTH, type Month } from '../dates/month.ts';
import { useDayWords } from '../dates/useDayWords.ts';

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

/** Shows the months of a year as links. */
export function MonthPicker({ month }: { month: Month }) {
  const t = useTranslations('calendar');
  const id = useId();
  const words = useDayWords();
  const [year, setYear] = useState(Number(yearOf(month)));
  return (
    <>
      <button type="button" className="button steps__home" popoverTarget={id}>
        {t('pick')}
      </button>
      <div id={id} popover="auto" className="month-picker" role="dialog" aria-label={t('pick')}>
        <div className="month-picker__year">
          <button
            type="button"
            className="button"
            aria-label={t('yearBefore')}
            disabled={year <= Number(yearOf(FIRST_MONTH))}
            onClick={() => setYear(year - 1)}
          >
            ‹
          </button>
          <p aria-live="polite">{t('year', { year: String(year) })}</p>
          <button
            type="button"
            className="button"
            aria-label={t('yearAfter')}
            disabled={year >= Number(yearOf(LAST_MONTH))}
            onClick={() => setYear(year + 1)}
          >
            ›
          </button>
        </div>
        <ul className="month-picker__months">
          {months
            .map((number) => `${year}-${number}`)
            .filter(isMonth)
            .map((each) => (
              <li key={each}>
                <Link to={addressOfMonth(each)} aria-current={each === month ? 'page' : undefined}>
                  {words.monthAlone(each)}
                </Link>
              </li>
            ))}
        </ul>
      </div>
    </>
  );
}
