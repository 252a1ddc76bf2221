import { Skeleton, SkeletonLines } from '../../../parts/feedback/Skeleton.tsx';

/** The placeholder for an agenda while it loads. */
export function AgendaSkeleton() {
  return (
    <Skeleton className="agenda agenda--waiting" count={5}>
      <div className="agenda__day">
        <div className="agenda__wait agenda__wait--date" />
        <div className="agenda__wait-book">
          <div className="agenda__wait agenda__wait--cover" />
          <SkeletonLines />
        </div>
      </div>
    </Skeleton>
  );
}
