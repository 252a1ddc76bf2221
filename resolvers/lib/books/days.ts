import { fail } from '../request/fail.ts';

/** The day in Japan on which the shop began to sell the book `b`, as eight digits. */
export const SALE_DAY = "date_format(b.on_sale_at + interval 9 hour, '%Y%m%d')";

/** Whether the shop began to sell the book `b` on a day in Japan from `:firstDay` to `:lastDay`. */
export const IS_SOLD_SINCE = `b.status = 'ON_SALE'
  and b.on_sale_at >= cast(:firstDay as datetime) - interval 9 hour
  and b.on_sale_at < cast(:lastDay as datetime) + interval 15 hour`;

/**
 * The day of an AWSDate, which may carry an offset; the offset means nothing for a day in Japan.
 */
export function toDay(date: string): string {
  const day = date.slice(0, 10);
  // The database rejects a year with more digits or before the first, but AppSync does not.
  if (date.charAt(0) === '-' || day.charAt(4) !== '-' || day < '0002') {
    fail('InvalidArgument', `${date} is not a day of a calendar such as 2026-12-05`);
  }
  return day;
}
