import { useLocale, useTranslations } from 'use-intl/react';
import { useYen } from '../book/useYen.ts';
import { type Day, dateLocale, toDate } from '../release/calendar.ts';
import type { Condition, UpcomingWish } from './upcomingWish.ts';

/** Says a condition as it stands in the wish: a name, a stretch of days, a price. */
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
  return (condition, wish) => {
    if (condition === 'dates') return t('range', { from: day(wish.from), to: day(wish.to) });
    if (condition === 'price') {
      return t('range', { from: price(wish.priceFrom), to: price(wish.priceTo) });
    }
    return condition === 'subscribed' ? t('onlySubscribed') : wish[condition];
  };
}
