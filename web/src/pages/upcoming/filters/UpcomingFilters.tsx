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
        <ChoiceField
          name="publisher"
          label={t('publisher')}
          value={wish.publisher}
          choices={facets.publishers}
          state={state}
          onChange={(publisher) => onChange({ publisher })}
          onVisit={ask}
        />
        <ChoiceField
          name="label"
          label={t('label')}
          value={wish.label}
          choices={facets.labels}
          state={state}
          onChange={(label) => onChange({ label })}
          onVisit={ask}
        />
        <ChoiceField
          name="form"
          label={t('form')}
          value={wish.form}
          choices={facets.forms}
          state={state}
          onChange={(form) => onChange({ form })}
          onVisit={ask}
        />
        <DatesField wish={wish} onChange={onChange} today={today} />
        <PriceField wish={wish} onChange={onChange} />
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
      </div>
      {conditions.length > 0 && (
        <ActiveConditions wish={wish} onChange={onChange} conditions={conditions} />
      )}
    </search>
  );
}
