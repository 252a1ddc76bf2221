import { useTranslations } from 'use-intl/react';
import type { BookSubscriptionOrder } from '../../../generated/documents.ts';
import { Select } from '../../../parts/field/Select.tsx';

interface OrderSwitchProps {
  order: BookSubscriptionOrder;
  onChange: (order: BookSubscriptionOrder) => void;
}

/** Chooses the order of the member's books. */
export function OrderSwitch({ order, onChange }: OrderSwitchProps) {
  const t = useTranslations('my');
  const options = {
    NEWEST: t('orderNEWEST'),
    RELEASE: t('orderRELEASE'),
    TITLE: t('orderTITLE'),
  };
  return (
    <p className="my-books__order">
      <Select label={t('order')} value={order} options={options} onChange={onChange} />
    </p>
  );
}
