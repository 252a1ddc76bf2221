import { Skeleton, SkeletonLines } from '../../parts/feedback/Skeleton.tsx';

/** The placeholder for a list of mails while it loads. */
export function MailsSkeleton() {
  return (
    <Skeleton count={3}>
      <div className="member-mail">
        <div className="skeleton__line skeleton__line--short" />
        <SkeletonLines />
      </div>
    </Skeleton>
  );
}
