import { useTranslations } from 'use-intl/react';
import { Stale } from '../../../parts/feedback/Stale.tsx';
import { Moment } from './Moment.tsx';

/** Says that what is shown could not be brought up to date, and how old it is. It is tried again by itself. */
export function StaleSince({ failed, since }: { failed: boolean; since: Date }) {
  const t = useTranslations('operator');
  const when = () => <Moment at={since.toISOString()} />;
  return <Stale words={failed && t.rich('stale', { when })} />;
}
