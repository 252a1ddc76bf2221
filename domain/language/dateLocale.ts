/** The locale that formats dates: English ones put the day before the month, as vague dates do. */
export const dateLocale = (language: string): string => (language === 'en' ? 'en-GB' : language);
