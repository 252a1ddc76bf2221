import { useTranslations } from 'use-intl/react';
import type { BookSubscriptionOrder } from '../../../generated/documents.ts';
import { Select } from '../../../parts/field/Select.tsx';
import { ORDERS } from './useBookOrder.ts';

interface OrderSwitchProps {
  order: BookSubscriptionOrder;
  onChange: (order: BookSubscriptionOrder) => void;
}

/** Chooses the order of the member's books. */
export function OrderSwitch({ order, onChange }: OrderSwitchProps) {
  const t = useTranslations('my');
  const options = ORDERS.map((value) => ({ value, words: t(`order${value}`) }));
  return (
    <p className="my-books__order">
      <Select label={t('order')} value={order} options={options} onChange={onChange} />
    </p>
  );
}
