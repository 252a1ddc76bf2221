import { Skeleton } from '../../../parts/feedback/Skeleton.tsx';
import './history.css';

/** The placeholder for a book's history while it loads. */
export function HistorySkeleton() {
  return (
    <Skeleton className="history-skeleton" count={1}>
      <div className="skeleton__line" />
      <div className="skeleton__line skeleton__line--short" />
    </Skeleton>
  );
}
