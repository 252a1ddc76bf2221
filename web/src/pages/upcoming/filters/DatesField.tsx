import { useTranslations } from 'use-intl/react';
import type { Day } from '../../../../../domain/release/calendar.ts';
import { useSettledField } from '../../../lib/useSettledField.ts';
import type { FieldProps } from '../wish/fields.ts';
import { readDay } from '../wish/upcomingWish.ts';

/** The first and last release day. */
export function DatesField({ wish, onChange, today }: FieldProps & { today: Day }) {
  const t = useTranslations('browse');
  const from = useSettledField(wish.from, (day) => onChange({ from: day }), readDay);
  const to = useSettledField(wish.to, (day) => onChange({ to: day }), readDay);
  return (
    <fieldset className="filter filter--range">
      <legend>{t('dates')}</legend>
      <input {...from} type="date" min={today} max={wish.to} aria-label={t('datesFrom')} />
      <span aria-hidden="true">{t('rangeMark')}</span>
      <input {...to} type="date" min={wish.from || today} aria-label={t('datesTo')} />
    </fieldset>
  );
}
