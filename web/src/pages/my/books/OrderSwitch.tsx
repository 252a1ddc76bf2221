import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import type { BookSubscriptionOrder } from '../../../generated/documents.ts';
import { ORDERS } from './useBookOrder.ts';

interface OrderSwitchProps {
  order: BookSubscriptionOrder;
  onChange: (order: string) => void;
}

/** Chooses in which order the member's books stand. */
export function OrderSwitch({ order, onChange }: OrderSwitchProps) {
  const t = useTranslations('my');
  const id = useId();
  return (
    <p className="my-books__order">
      <label htmlFor={id}>{t('order')}</label>
      <select id={id} value={order} onChange={({ target }) => onChange(target.value)}>
        {ORDERS.map((each) => (
          <option key={each} value={each}>
            {t(`order${each}`)}
          </option>
        ))}
      </select>
    </p>
  );
}
