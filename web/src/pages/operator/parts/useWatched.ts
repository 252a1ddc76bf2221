import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';

export interface Watched<Data> {
  /** What was read last, also while it cannot be read again; undefined until then. */
  data: Data | undefined;
  /** Whether the last try failed. */
  failed: boolean;
  /** When `data` was read. */
  since: Date;
  retry: () => void;
}

/** For what changes now and then by itself. */
export const NOW_AND_THEN = () => 30_000;
/** For what changes no more. */
export const ONCE = () => 0;

/**
 * Reads something and looks at it again, but not while nobody sees the page. What was read stays in
 * sight while it cannot be read again: whoever asks something else gives the component another key,
 * lest the answer to the one be taken for the answer to the other.
 *
 * @param every says after how many milliseconds to look again, from what was read; 0 is never
 */
export function useWatched<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  every: (data: Data | undefined) => number,
): Watched<Data> {
  const [pollInterval, setPollInterval] = useState(0);
  // What a document gives does not depend on how its variables are typed.
  const found = useQuery(document as unknown as TypedDocumentNode<Data, OperationVariables>, {
    variables,
    fetchPolicy: 'cache-and-network',
    pollInterval,
    skipPollAttempt: isHidden,
  });
  const { error, refetch } = found;
  // Of partial data, which the types allow for, this policy gives none.
  const data = (found.data ?? found.previousData) as Data | undefined;
  const next = every(data);
  useEffect(() => setPollInterval(next), [next]);

  const [since, setSince] = useState(() => new Date());
  useEffect(() => {
    if (found.data !== undefined && error === undefined) setSince(new Date());
  }, [found.data, error]);

  // Whoever comes back to the page sees what holds now.
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
