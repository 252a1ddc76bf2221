import type { Day } from './calendar.ts';

const tokyo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' });

/**
 * Returns the day in Japan at this moment: release dates are days in Japan, wherever the reader is.
 */
export const dayInJapan = (at: Date): Day => tokyo.format(at);
