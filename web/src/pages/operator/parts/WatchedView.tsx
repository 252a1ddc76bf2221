import type { ReactNode } from 'react';
import { LoadFailed } from './LoadFailed.tsx';
import { StaleSince } from './StaleSince.tsx';
import { TableSkeleton } from './TableSkeleton.tsx';
import type { Watched } from './useWatched.ts';

interface WatchedViewProps<Data> {
  seen: Watched<Data>;
  children: (data: Data) => ReactNode;
}

/** Shows the data and its age, a loading state or a failure. */
export function WatchedView<Data>({ seen, children }: WatchedViewProps<Data>) {
  const { data, failed, since, retry } = seen;
  if (data === undefined) return failed ? <LoadFailed onRetry={retry} /> : <TableSkeleton />;
  return (
    <>
      <StaleSince failed={failed} since={since} />
      {children(data)}
    </>
  );
}
