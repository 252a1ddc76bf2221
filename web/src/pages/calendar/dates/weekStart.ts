import type { Weekday } from '../../../../../domain/release/calendar.ts';

interface WeekInfo {
  /** From 1 for Monday to 7 for Sunday. */
  firstDay: number;
}

/** Browsers have it as a method, or as a property as it was first proposed, or not at all. */
type LocaleWithWeek = Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };

/** The day on which a week begins where a locale is at home. */
export function weekStartOf(locale: string): Weekday {
  const known: LocaleWithWeek = new Intl.Locale(locale);
  const { firstDay = 7 } = known.getWeekInfo?.() ?? known.weekInfo ?? {};
  return (firstDay % 7) as Weekday;
}

/** The reader's own kind of the page's language: for English it decides where a week begins. */
export function readersLocale(language: string, readers: readonly string[]): string {
  return readers.find((each) => each.split('-')[0] === language) ?? language;
}
