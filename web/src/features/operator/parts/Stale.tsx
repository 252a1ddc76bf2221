import { useTranslations } from 'use-intl/react';
import { Moment } from './Moment.tsx';

/** Says that what is shown could not be brought up to date, and how old it is; nothing while it could. */
export function Stale({ failed, since }: { failed: boolean; since: Date }) {
  const t = useTranslations('operator');
  return (
    <p className="stale" role="status">
      {failed && t.rich('stale', { when: () => <Moment at={since.toISOString()} /> })}
    </p>
  );
}
