import { useQuery } from '@apollo/client/react';
import {
  type CatalogueKind,
  ContributorPageDocument,
  type ContributorPageQuery,
  SeriesPageDocument,
} from '../../generated/documents.ts';

/** A contributor or a series: their pages show the same fields. */
export type Entry = NonNullable<ContributorPageQuery['contributor']>;

const FIRST = 20;

/** Returns the page's current entry; null if there is none, undefined until known. */
export function useCatalogueEntry(kind: CatalogueKind, id: string) {
  const isSeries = kind === 'SERIES';
  const options = {
    variables: { id, first: FIRST },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  } as const;
  const contributor = useQuery(ContributorPageDocument, { ...options, skip: isSeries });
  const series = useQuery(SeriesPageDocument, { ...options, skip: !isSeries });
  const { refetch, fetchMore, error } = isSeries ? series : contributor;
  const entry: Entry | null | undefined = isSeries
    ? series.data?.series
    : contributor.data?.contributor;
  return {
    entry,
    failed: error !== undefined,
    refetch: () => void refetch().catch(console.error),
    fetchMore,
  };
}
