import type { Day } from './calendar.ts';

const tokyo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' });

/** The day it is in Japan at this moment: release dates are days in Japan, wherever the reader is. */
export const dayInJapan = (at: Date): Day => tokyo.format(at);
