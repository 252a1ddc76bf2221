import { useTranslations } from 'use-intl/react';
import { Stale } from '../../../parts/feedback/Stale.tsx';
import { Moment } from './Moment.tsx';

/** Says that an update failed and how old the data is. The page retries by itself. */
export function StaleSince({ failed, since }: { failed: boolean; since: Date }) {
  const t = useTranslations('operator');
  const when = () => <Moment at={since.toISOString()} />;
  return <Stale words={failed && t.rich('stale', { when })} />;
}
