import type { ReactNode } from 'react';
import { LoadFailed } from './LoadFailed.tsx';
import { StaleSince } from './StaleSince.tsx';
import { TableSkeleton } from './TableSkeleton.tsx';
import type { Watched } from './useWatched.ts';

interface WatchedViewProps<Data> {
  seen: Watched<Data>;
  children: (data: Data) => ReactNode;
}

/** Shows what was read and how old it is, or that it is loading, or that it could not be loaded. */
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
