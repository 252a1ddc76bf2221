import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useSettledField } from '../../../lib/useSettledField.ts';
import type { FieldProps } from '../wish/fields.ts';
import { readYen } from '../wish/upcomingWish.ts';

/** The lowest and highest price, with tax. Reports invalid input. */
export function PriceField({ wish, onChange }: FieldProps) {
  const t = useTranslations('browse');
  const wrongId = useId();
  const fields = useRef<HTMLFieldSetElement>(null);
  const [wrong, setWrong] = useState<string[]>([]);
  const { priceFrom, priceTo } = wish;
  const least = useSettledField(priceFrom, (yen) => onChange({ priceFrom: yen }), readYen);
  const most = useSettledField(priceTo, (yen) => onChange({ priceTo: yen }), readYen);

  function look(): void {
    const inputs = [...(fields.current?.querySelectorAll('input') ?? [])];
    setWrong(inputs.filter(({ value }) => isNoPrice(value)).map(({ name }) => name));
  }

  // A field cleared from elsewhere is no longer invalid.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks at the fields, which follow the wish.
  useEffect(look, [priceFrom, priceTo]);

  const shared = (name: string) =>
    ({
      name,
      type: 'text',
      inputMode: 'numeric',
      autoComplete: 'off',
      maxLength: 9,
      'aria-invalid': wrong.includes(name),
      'aria-describedby': wrong.includes(name) ? wrongId : undefined,
      onBlur: look,
      // Only removes an error: nobody is corrected while typing a number.
      onInput: wrong.length > 0 ? look : undefined,
    }) as const;
  return (
    <fieldset ref={fields} className="filter filter--range filter--price">
      <legend>{t('price')}</legend>
      <input {...least} {...shared('priceFrom')} aria-label={t('priceFrom')} />
      <span aria-hidden="true">{t('rangeMark')}</span>
      <input {...most} {...shared('priceTo')} aria-label={t('priceTo')} />
      <span aria-hidden="true">{t('yen')}</span>
      <p id={wrongId} role="status" className="filter__wrong">
        {wrong.length > 0 && t('noPrice')}
      </p>
    </fieldset>
  );
}

const isNoPrice = (typed: string) => typed.trim() !== '' && readYen(typed) === '';
