/**
 * The locale for formatting dates: in English the day comes before the month, as in vague dates.
 */
export const dateLocale = (language: string): string => (language === 'en' ? 'en-GB' : language);
