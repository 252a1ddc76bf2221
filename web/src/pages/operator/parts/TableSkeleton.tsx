import { Skeleton } from '../../../parts/feedback/Skeleton.tsx';

/** The placeholder for a table while it loads. */
export function TableSkeleton() {
  return (
    <Skeleton className="table-skeleton" count={6}>
      <div className="skeleton__line" />
    </Skeleton>
  );
}
