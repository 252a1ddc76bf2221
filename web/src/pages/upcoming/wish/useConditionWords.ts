import { useLocale, useTranslations } from 'use-intl/react';
import { dateLocale } from '../../../../../domain/language/dateLocale.ts';
import { type Day, toDate } from '../../../../../domain/release/calendar.ts';
import { useYen } from '../../../parts/book/useYen.ts';
import type { Condition, UpcomingWish } from './upcomingWish.ts';

/** Formats a condition of a filter: a name, a range of days, a price. */
export function useConditionWords(): (condition: Condition, wish: UpcomingWish) => string {
  const t = useTranslations('browse');
  const yen = useYen();
  const date = new Intl.DateTimeFormat(dateLocale(useLocale()), {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  });
  const day = (written: Day) => written && date.format(toDate(written));
  const price = (written: string) => written && yen(Number(written));

  /** One end may be open, but not both. */
  function range(of: 'dates' | 'price', from: string, to: string): string {
    if (from === to) return from;
    if (from === '') return t(`${of}Until`, { to });
    return to === '' ? t(`${of}Since`, { from }) : t(`${of}Between`, { from, to });
  }

  return (condition, wish) => {
    if (condition === 'dates') return range('dates', day(wish.from), day(wish.to));
    if (condition === 'price') return range('price', price(wish.priceFrom), price(wish.priceTo));
    return condition === 'subscribed' ? t('onlySubscribed') : wish[condition];
  };
}
