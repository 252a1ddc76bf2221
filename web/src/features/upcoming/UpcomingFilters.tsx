import { useTranslations } from 'use-intl/react';
import { FilterField } from './FilterField.tsx';
import type { UpcomingWish } from './useUpcomingFilter.ts';

interface UpcomingFiltersProps {
  wish: UpcomingWish;
  onChange: (change: Partial<UpcomingWish>) => void;
  signedIn: boolean;
}

/** What a reader may look for on the list. */
export function UpcomingFilters({ wish, onChange, signedIn }: UpcomingFiltersProps) {
  const t = useTranslations('upcoming');
  const isFiltered = wish.text || wish.publisher || (wish.subscribed && signedIn);
  return (
    <search className="filters">
      <FilterField
        name="text"
        label={t('text')}
        value={wish.text}
        onChange={(text) => onChange({ text })}
      />
      <FilterField
        name="publisher"
        label={t('publisher')}
        value={wish.publisher}
        onChange={(publisher) => onChange({ publisher })}
      />
      {signedIn && (
        <label className="check">
          <input
            type="checkbox"
            role="switch"
            aria-checked={wish.subscribed}
            checked={wish.subscribed}
            onChange={(event) => onChange({ subscribed: event.target.checked })}
          />
          {t('onlySubscribed')}
        </label>
      )}
      {isFiltered && (
        <button
          type="button"
          className="plain-button"
          onClick={() => onChange({ text: '', publisher: '', subscribed: false })}
        >
          {t('clear')}
        </button>
      )}
    </search>
  );
}
