import { Skeleton, SkeletonLines } from '../../../parts/feedback/Skeleton.tsx';

const rows = ['a', 'b', 'c'];

/** The placeholder for the timeline while it loads. */
export function UpcomingSkeleton() {
  return (
    <Skeleton className="skeleton--timeline" count={2}>
      <div className="release">
        <div className="skeleton__day" />
        <div>
          {rows.map((row) => (
            <div key={row} className="skeleton__row">
              <div className="skeleton__cover" />
              <SkeletonLines />
              <div className="skeleton__action" />
            </div>
          ))}
        </div>
      </div>
    </Skeleton>
  );
}
