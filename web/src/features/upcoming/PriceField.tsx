import { useTranslations } from 'use-intl/react';
import type { FieldProps } from './fields.ts';
import { readYen } from './upcomingWish.ts';
import { useSettledField } from './useSettledField.ts';

/** The least and the most that a book may cost, with tax. */
export function PriceField({ wish, onChange }: FieldProps) {
  const t = useTranslations('browse');
  const least = useSettledField(wish.priceFrom, (yen) => onChange({ priceFrom: yen }), readYen);
  const most = useSettledField(wish.priceTo, (yen) => onChange({ priceTo: yen }), readYen);
  const shared = { type: 'text', inputMode: 'numeric', autoComplete: 'off', maxLength: 9 } as const;
  return (
    <fieldset className="filter filter--range filter--price">
      <legend>{t('price')}</legend>
      <input {...least} {...shared} aria-label={t('priceFrom')} />
      <span aria-hidden="true">{t('rangeMark')}</span>
      <input {...most} {...shared} aria-label={t('priceTo')} />
      <span aria-hidden="true">{t('yen')}</span>
    </fieldset>
  );
}
