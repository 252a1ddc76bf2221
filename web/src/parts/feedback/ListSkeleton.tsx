import { Skeleton, SkeletonLines } from './Skeleton.tsx';

/** The placeholder for a list of books while it loads. */
export function ListSkeleton() {
  return (
    <Skeleton count={4}>
      <div className="skeleton__row">
        <div className="skeleton__cover" />
        <SkeletonLines />
      </div>
    </Skeleton>
  );
}
