import { useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Day } from '../../../../../domain/release/calendar.ts';
import { ChoiceField } from '../facets/ChoiceField.tsx';
import { useFacets } from '../facets/useFacets.ts';
import type { FieldProps } from '../wish/fields.ts';
import { conditionsOf } from '../wish/upcomingWish.ts';
import { ActiveConditions } from './ActiveConditions.tsx';
import { DatesField } from './DatesField.tsx';
import { OrderField } from './OrderField.tsx';
import { PriceField } from './PriceField.tsx';
import './filters.css';
import './filter-fields.css';
import './conditions.css';
import '../facets/choice.css';

interface UpcomingFiltersProps extends FieldProps {
  signedIn: boolean;
  today: Day;
}

/** Each is chosen from a list or typed freely. */
const FREE_CHOICES = ['publisher', 'label', 'form'] as const;

/** The filters of the list. Collapsed into one line on a phone. */
export function UpcomingFilters({ wish, onChange, signedIn, today }: UpcomingFiltersProps) {
  const t = useTranslations('browse');
  const panelId = useId();
  const [isUnfolded, setUnfolded] = useState(false);
  const { facets, state, ask } = useFacets(today);
  const conditions = conditionsOf(wish, signedIn);
  const folded = conditions.filter((condition) => condition !== 'text').length;
  return (
    <search className="filters" aria-label={t('narrow')} tabIndex={-1}>
      <button
        type="button"
        className="filters__fold"
        aria-expanded={isUnfolded}
        aria-controls={panelId}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        {t('narrow')}
        {folded > 0 && (
          <span className="filters__number">
            <span aria-hidden="true">{folded}</span>
            <span className="unseen">{t('narrowedBy', { count: folded })}</span>
          </span>
        )}
      </button>
      <OrderField wish={wish} onChange={onChange} />
      <div id={panelId} className="filters__panel" data-unfolded={isUnfolded}>
        {FREE_CHOICES.map((name) => (
          <ChoiceField
            key={name}
            name={name}
            label={t(name)}
            value={wish[name]}
            choices={facets[`${name}s`]}
            state={state}
            onChange={(value) => onChange({ [name]: value })}
            onVisit={ask}
          />
        ))}
        <DatesField wish={wish} onChange={onChange} today={today} />
        <PriceField wish={wish} onChange={onChange} />
        {signedIn && (
          <label className="check">
            <input
              type="checkbox"
              checked={wish.subscribed}
              onChange={(event) => onChange({ subscribed: event.target.checked })}
            />
            {t('onlySubscribed')}
          </label>
        )}
      </div>
      {conditions.length > 0 && (
        <ActiveConditions wish={wish} onChange={onChange} conditions={conditions} />
      )}
    </search>
  );
}
