import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { addDays, type Day } from '../../../../../domain/release/calendar.ts';
import type { UpcomingBooksFilter } from '../../../generated/documents.ts';
import { OverdueList } from './OverdueList.tsx';

/** Books whose date has passed but which the shop does not sell yet; loaded when opened. */
export function OverdueBooks({ filter, today }: { filter: UpcomingBooksFilter; today: Day }) {
  const t = useTranslations('upcoming');
  const [open, setOpen] = useState(false);
  return (
    <details
      className="overdue"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('overdue')}</summary>
      {open && <OverdueList filter={{ ...filter, to: addDays(today, -1) }} today={today} />}
    </details>
  );
}
