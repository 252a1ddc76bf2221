import { addDays, type Day } from '../../../../../domain/release/calendar.ts';
import type { UpcomingBooksFilter, UpcomingBooksOrder } from '../../../generated/documents.ts';

/** A reader's filter, as stored in the address; an empty text is no condition. */
export interface UpcomingWish {
  text: string;
  publisher: string;
  label: string;
  form: string;
  /** Days, both inclusive. */
  from: Day;
  to: Day;
  /** Whole yen with tax, both inclusive. */
  priceFrom: string;
  priceTo: string;
  subscribed: boolean;
  order: 'release' | 'announced';
}

export const NO_WISH: UpcomingWish = {
  text: '',
  publisher: '',
  label: '',
  form: '',
  from: '',
  to: '',
  priceFrom: '',
  priceTo: '',
  subscribed: false,
  order: 'release',
};

/** The conditions of a filter. Dates and prices are one condition each, whichever end is set. */
export type Condition = 'text' | 'publisher' | 'label' | 'form' | 'dates' | 'price' | 'subscribed';

/** Requires a year from 2000 on: a date field reports 0002 and 0020 while 2026 is typed. */
const DAY = /^2\d{3}-\d\d-\d\d$/;

/** Returns the text if it is an existing day, else an empty string. */
export function readDay(written: string): Day {
  return DAY.test(written) && addDays(written, 0) === written ? written : '';
}

/** Returns whole yen, or an empty string; accepts full-width digits and separators. */
export function readYen(written: string): string {
  const digits = written.normalize('NFKC').replace(/[,\s円¥]/g, '');
  return /^\d{1,7}$/.test(digits) ? String(Number(digits)) : '';
}

/**
 * Cuts to as many words and characters as the API accepts; a long title need not be matched whole.
 */
const readWords = (written: string): string =>
  written.trim().split(/\s+/).slice(0, 8).join(' ').slice(0, 200);

export function readWish(search: URLSearchParams): UpcomingWish {
  const text = (name: string) => search.get(name) ?? '';
  return {
    text: readWords(text('text')),
    publisher: text('publisher'),
    label: text('label'),
    form: text('form'),
    from: readDay(text('from')),
    to: readDay(text('to')),
    priceFrom: readYen(text('priceFrom')),
    priceTo: readYen(text('priceTo')),
    subscribed: search.get('subscribed') === 'true',
    order: search.get('order') === 'announced' ? 'announced' : 'release',
  };
}

/** Returns the address parameters of a filter, without empty conditions. */
export function writeWish(wish: UpcomingWish): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(wish)) {
    if (value !== false && value !== '' && value !== 'release') search.set(name, String(value));
  }
  return search;
}

/** Returns the active conditions in display order. */
export function conditionsOf(wish: UpcomingWish, signedIn: boolean): Condition[] {
  const holds: [Condition, boolean][] = [
    ['text', wish.text !== ''],
    ['publisher', wish.publisher !== ''],
    ['label', wish.label !== ''],
    ['form', wish.form !== ''],
    ['dates', wish.from !== '' || wish.to !== ''],
    ['price', wish.priceFrom !== '' || wish.priceTo !== ''],
    ['subscribed', wish.subscribed && signedIn],
  ];
  return holds.filter(([, isHeld]) => isHeld).map(([condition]) => condition);
}

/** Returns the change that removes a condition. */
export function without(condition: Condition): Partial<UpcomingWish> {
  if (condition === 'dates') return { from: '', to: '' };
  if (condition === 'price') return { priceFrom: '', priceTo: '' };
  return { [condition]: NO_WISH[condition] };
}

/** Returns the API's filter, without the days. */
export function filterOf(wish: UpcomingWish, signedIn: boolean): UpcomingBooksFilter {
  return {
    ...(wish.text && { text: wish.text }),
    ...(wish.publisher && { publisher: wish.publisher }),
    ...(wish.label && { label: wish.label }),
    ...(wish.form && { form: wish.form }),
    ...(wish.priceFrom && { priceFrom: Number(wish.priceFrom) }),
    ...(wish.priceTo && { priceTo: Number(wish.priceTo) }),
    ...(wish.subscribed && signedIn && { subscribed: true }),
  };
}

/** Returns the days of the timeline's query, which never starts before today. */
export function daysOf({ from, to }: UpcomingWish, today: Day): UpcomingBooksFilter {
  return { from: from > today ? from : today, ...(to && { to }) };
}

/** Omitted for the default order. */
export function orderOf({ order }: UpcomingWish): { orderBy?: UpcomingBooksOrder } {
  return order === 'announced' ? { orderBy: 'ANNOUNCED' } : {};
}
