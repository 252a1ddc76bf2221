import type { Weekday } from '../../../../../domain/release/calendar.ts';

interface WeekInfo {
  /** From 1 for Monday to 7 for Sunday. */
  firstDay: number;
}

/** Browsers implement it as a method, as a property (the first proposal), or not at all. */
type LocaleWithWeek = Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };

/** Returns the first day of the week in a locale. */
export function weekStartOf(locale: string): Weekday {
  const known: LocaleWithWeek = new Intl.Locale(locale);
  const { firstDay = 7 } = known.getWeekInfo?.() ?? known.weekInfo ?? {};
  return (firstDay % 7) as Weekday;
}

/**
 * Returns the reader's own variant of the page's language: for English it decides the first day of
 * the week.
 */
export function readersLocale(language: string, readers: readonly string[]): string {
  return readers.find((each) => each.split('-')[0] === language) ?? language;
}
