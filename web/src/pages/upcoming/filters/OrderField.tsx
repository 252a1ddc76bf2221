import { useTranslations } from 'use-intl/react';
import { Select } from '../../../parts/field/Select.tsx';
import type { FieldProps } from '../wish/fields.ts';

/** Chooses the order of the list. */
export function OrderField({ wish, onChange }: FieldProps) {
  const t = useTranslations('browse');
  return (
    <div className="filter filter--order">
      <Select
        label={t('order')}
        value={wish.order}
        options={{
          release: t('byRelease'),
          announced: t('byAnnounced'),
        }}
        onChange={(order) => onChange({ order })}
      />
    </div>
  );
}
