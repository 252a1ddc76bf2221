import type { EmbeddedBookFragment } from './generated/documents.ts';
import type { Language } from './words.ts';

type Release = EmbeddedBookFragment['release'];

/** Noon keeps the day the same whatever the zone. */
const toDate = (day: string) => new Date(`${day}T12:00:00Z`);

/**
 * When a book comes, in words; null when that is not announced. The year goes without saying where
 * it is the present one, `year`.
 */
export function wordRelease(release: Release, language: Language, year: number): string | null {
  const { earliest, latest, precision, text } = release;
  const start = earliest ?? latest;
  if (start === null || precision === 'UNKNOWN') return null;
  const locale = language === 'en' ? 'en-GB' : 'ja-JP';
  const isSilent = Number(start.slice(0, 4)) === year;
  const dates = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
    ...(isSilent ? {} : { year: 'numeric' }),
  });
  if (precision === 'DAY') return dates.format(toDate(start));
  // The partner's own words are Japanese, and no others are as true.
  if (language === 'ja' && text !== '') return text;
  if (earliest === null) return english('by', dates.format(toDate(start)), language);
  if (latest === null) return english('from', dates.format(toDate(start)), language);
  return dates.formatRange(toDate(earliest), toDate(latest));
}

function english(word: 'by' | 'from', date: string, language: Language): string {
  if (language === 'en') return `${word} ${date}`;
  return date + { by: 'まで', from: '以降' }[word];
}
