import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';

export interface Watched<Data> {
  /** The latest data, kept when a later read fails; undefined until then. */
  data: Data | undefined;
  /** Whether the last read failed. */
  failed: boolean;
  /** When `data` was read. */
  since: Date;
  retry: () => void;
}

/** For data that changes occasionally. */
export const NOW_AND_THEN = () => 30_000;
/** For data that no longer changes. */
export const ONCE = () => 0;

/**
 * Runs a query and polls it while the page is visible. The last data stays visible when a read
 * fails; a component with other variables therefore needs another key, or one answer would be taken
 * for the other.
 *
 * @param every returns the milliseconds until the next read, given the data; 0 means never
 */
export function useWatched<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  every: (data: Data | undefined) => number,
): Watched<Data> {
  const [pollInterval, setPollInterval] = useState(0);
  // A document's result does not depend on the type of its variables.
  const found = useQuery(document as unknown as TypedDocumentNode<Data, OperationVariables>, {
    variables,
    fetchPolicy: 'cache-and-network',
    pollInterval,
    skipPollAttempt: isHidden,
  });
  const { error, refetch } = found;
  // The types allow partial data, but this policy never returns any.
  const data = (found.data ?? found.previousData) as Data | undefined;
  const next = every(data);
  useEffect(() => setPollInterval(next), [next]);

  const [since, setSince] = useState(() => new Date());
  useEffect(() => {
    if (found.data !== undefined && error === undefined) setSince(new Date());
  }, [found.data, error]);

  // Refreshes when the reader returns to the page.
  useEffect(() => {
    const look = () => {
      if (pollInterval > 0 && !isHidden()) refetch().catch(console.error);
    };
    addEventListener('visibilitychange', look);
    return () => removeEventListener('visibilitychange', look);
  }, [pollInterval, refetch]);

  return {
    data,
    failed: error !== undefined,
    since,
    retry: () => void refetch().catch(console.error),
  };
}

const isHidden = () => window.document.hidden;
