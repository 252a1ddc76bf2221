import { ListSkeleton } from '../feedback/ListSkeleton.tsx';

/** The placeholder for a page while it loads. */
export function PageSkeleton() {
  return (
    <div className="page-loading">
      <ListSkeleton />
    </div>
  );
}
