import type { ApolloClient } from '@apollo/client';
import {
  type RejectPartsFragment,
  RejectsDocument,
} from '../../../../generated/operatorDocuments.ts';

/**
 * Reads all rejects of a run page by page and reports the count after each page. Throws if a page
 * fails or the read is aborted.
 */
export async function readAllRejects(
  client: Pick<ApolloClient, 'query'>,
  id: string,
  signal: AbortSignal,
  onProgress: (read: number) => void,
): Promise<RejectPartsFragment[]> {
  const rejects: RejectPartsFragment[] = [];
  let after: string | null = null;
  do {
    const page: RejectPage = await readPage(client, id, after);
    signal.throwIfAborted();
    rejects.push(...page.rejects);
    after = page.endCursor;
    onProgress(rejects.length);
  } while (after !== null);
  return rejects;
}

interface RejectPage {
  rejects: RejectPartsFragment[];
  endCursor: string | null;
}

async function readPage(
  client: Pick<ApolloClient, 'query'>,
  id: string,
  after: string | null,
): Promise<RejectPage> {
  const { data } = await client.query({
    query: RejectsDocument,
    variables: { id, first: 100, after },
    // There may be very many, and none are shown here.
    fetchPolicy: 'no-cache',
  });
  if (!data?.ingestRun) throw new Error(`Run ${id} no longer exists`);
  return data.ingestRun.rejects;
}
