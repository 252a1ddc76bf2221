import { fail } from '../request/fail.ts';

/** The day in Japan since which the shop has sold the book `b`, as eight digits. */
export const SALE_DAY = "date_format(b.on_sale_at + interval 9 hour, '%Y%m%d')";

/** That the shop has sold the book `b` since a day in Japan from `:firstDay` to `:lastDay`. */
export const IS_SOLD_SINCE = `b.status = 'ON_SALE'
  and b.on_sale_at >= cast(:firstDay as datetime) - interval 9 hour
  and b.on_sale_at < cast(:lastDay as datetime) + interval 15 hour`;

/** The day of an AWSDate, which may carry an offset: that says nothing about a day in Japan. */
export function toDay(date: string): string {
  const day = date.slice(0, 10);
  // The database refuses a year of more digits, or one before the first, where AppSync does not.
  if (date.charAt(0) === '-' || day.charAt(4) !== '-' || day < '0002') {
    fail('InvalidArgument', `${date} is not a day of a calendar such as 2026-12-05`);
  }
  return day;
}
