import type { ErrorLike, OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import { earlyDataFor } from './earlyDataFor.ts';
import { keepEqual } from './keepEqual.ts';
import { useStage, useStageState } from './StageContext.ts';

interface QueryOptions<Variables> {
  variables?: Variables;
  skip?: boolean;
  /** As in Apollo: whether cached data is also refetched. */
  fetchPolicy?: 'cache-first' | 'cache-and-network';
}

interface QueryResult<Data, Variables> {
  data: Data | undefined;
  /** The last answer to other variables, to show in the meantime. */
  previousData: Data | undefined;
  error: ErrorLike | undefined;
  loading: boolean;
  refetch(): Promise<unknown>;
  /** Queries with some variables changed; the cache merges the answer. */
  fetchMore(options: { variables: Partial<Variables> }): Promise<unknown>;
}

const never = () => () => {};

/**
 * Apollo's `useQuery` for what the first page consists of: the same interface, reduced to what is
 * used here. It needs no Apollo until the client has loaded, and returns the early answer
 * meanwhile.
 */
export function useQuery<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  { variables, skip = false, fetchPolicy = 'cache-first' }: QueryOptions<Variables> = {},
): QueryResult<Data, Variables> {
  const stage = useStage();
  const { tools, early, failure } = useStageState();
  const client = tools?.client;
  const key = JSON.stringify(variables);
  const answered = earlyDataFor(document, key, early);
  const shown = useRef<{ found: Data; data: Data }>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the variables, and the rest is of the moment
  const query = useMemo(() => {
    if (!client || skip) return null;
    // An answer being shown for the first time is recent enough.
    const isNew = answered !== undefined && shown.current?.data === answered;
    return client.watchQuery({
      query: document,
      variables: variables ?? ({} as Variables),
      fetchPolicy: isNew ? 'cache-first' : fetchPolicy,
    });
  }, [client, document, key, skip]);
  const subscribe = useCallback(
    (onChange: () => void) => {
      if (!query) return never();
      const subscription = query.subscribe(onChange);
      // Delayed, so that an immediate re-subscription sends no new query.
      return () => void setTimeout(() => subscription.unsubscribe());
    },
    [query],
  );
  const result = useSyncExternalStore(subscribe, () => query?.getCurrentResult());
  const previousData = shown.current?.data;
  // Complete or undefined, since partial data was not requested.
  const found = query ? (result?.data as Data | undefined) : answered;
  if (found !== undefined && found !== shown.current?.found) {
    // Equal books in new objects, as from the early answer to the cache, are not re-rendered.
    shown.current = { found, data: keepEqual(shown.current?.data, found) };
  }
  const data = found && shown.current?.data;

  return {
    data,
    previousData,
    error: result?.error ?? asError(query ? null : failure),
    loading: !skip && (result?.loading ?? data === undefined),
    refetch: async () => (query ? query.refetch() : stage.tools()),
    async fetchMore(options) {
      const { client } = await stage.tools();
      return client.query({
        query: document,
        variables: { ...variables, ...options.variables } as unknown as Variables,
        fetchPolicy: 'network-only',
      });
    },
  };
}

function asError(failure: unknown): ErrorLike | undefined {
  if (failure === null) return undefined;
  return failure instanceof Error ? failure : new Error(String(failure));
}
