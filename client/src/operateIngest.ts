import type { Requester } from './createRequester.ts';
import type { PageOptions } from './createShinkanClient.ts';
import {
  ApproveIngestRunDocument,
  type ApproveIngestRunMutation,
  CreateIngestUploadDocument,
  DiscardIngestRunDocument,
  IngestRejectsDocument,
  type IngestRejectsQuery,
  IngestRunDocument,
  type IngestRunFieldsFragment,
  type IngestRunQuery,
  IngestRunsDocument,
  type IngestRunsQuery,
  StartIngestRunDocument,
  type StartIngestRunInput,
} from './generated/documents.ts';
import { ShinkanError } from './shinkanError.ts';

export type IngestRun = IngestRunFieldsFragment;
export type IngestRunPage = IngestRunsQuery['ingestRuns'];
/** A run with its decision, notes and preview. */
export type IngestRunInFull = NonNullable<IngestRunQuery['ingestRun']>;
export type DecidedIngestRun = ApproveIngestRunMutation['approveIngestRun'];
export type IngestReject = NonNullable<
  IngestRejectsQuery['ingestRun']
>['rejects']['rejects'][number];

/** Operators' methods for ingest runs. Every method throws a `ShinkanError` on rejection. */
export interface IngestOperation {
  /** Returns one page of runs, newest first. */
  runs(options?: PageOptions): Promise<IngestRunPage>;
  /** Returns null if no run has this id. */
  run(id: string): Promise<IngestRunInFull | null>;
  /** Yields every reject of a run in file order; fetches pages as needed. */
  everyReject(id: string): AsyncGenerator<IngestReject, void, undefined>;
  /** Uploads a file to the feed bucket and returns its key. */
  upload(fileName: string, body: BodyInit): Promise<string>;
  /** Starts a run of a file in the feed bucket. */
  start(input: StartIngestRunInput): Promise<IngestRun>;
  /** Returns while the decision is in progress; poll `run` until it is `MERGED`. */
  approve(id: string): Promise<DecidedIngestRun>;
  /** Likewise, until it is `DISCARDED`. */
  discard(id: string): Promise<DecidedIngestRun>;
}

/**
 * Returns the operators' methods, given the `request` of a client with an operator's access token.
 */
export function operateIngest(request: Requester): IngestOperation {
  return {
    runs: async (asked = {}) => (await request(IngestRunsDocument, asked)).ingestRuns,
    run: async (id) => (await request(IngestRunDocument, { id })).ingestRun,
    async *everyReject(id) {
      let after: string | null = null;
      do {
        const answer: IngestRejectsQuery = await request(IngestRejectsDocument, {
          id,
          first: 100,
          after,
        });
        yield* answer.ingestRun?.rejects.rejects ?? [];
        after = answer.ingestRun?.rejects.endCursor ?? null;
      } while (after !== null);
    },
    async upload(fileName, body) {
      const { createIngestUpload: upload } = await request(CreateIngestUploadDocument, {
        fileName,
      });
      const put = await fetch(upload.url, { method: 'PUT', body });
      if (!put.ok) {
        const message = `Upload of ${fileName} was rejected: ${put.status} ${await put.text()}`;
        throw new ShinkanError([{ message }]);
      }
      return upload.key;
    },
    start: async (input) => (await request(StartIngestRunDocument, { input })).startIngestRun,
    approve: async (id) => (await request(ApproveIngestRunDocument, { id })).approveIngestRun,
    discard: async (id) => (await request(DiscardIngestRunDocument, { id })).discardIngestRun,
  };
}
