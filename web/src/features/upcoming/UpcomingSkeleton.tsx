import { useTranslations } from 'use-intl/react';

const days = ['a', 'b'];
const rows = ['a', 'b', 'c'];

/** The shape of the timeline while it loads: days, and books beside them. Unseen for the first 200 ms. */
export function UpcomingSkeleton() {
  const t = useTranslations('site');
  return (
    <div className="skeleton skeleton--timeline" role="status" aria-label={t('loading')}>
      {days.map((day) => (
        <div key={day} className="release">
          <div className="skeleton__day" />
          <div>
            {rows.map((row) => (
              <div key={row} className="skeleton__row">
                <div className="skeleton__cover" />
                <div className="skeleton__lines">
                  <div className="skeleton__line" />
                  <div className="skeleton__line skeleton__line--short" />
                </div>
                <div className="skeleton__action" />
              </div>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
