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

/** What operators do with ingest runs. Every method throws a `ShinkanError` for what is refused. */
export interface IngestOperation {
  /** One page of runs, newest first. */
  runs(options?: PageOptions): Promise<IngestRunPage>;
  /** Null when no run has this id. */
  run(id: string): Promise<IngestRunInFull | null>;
  /** Every rejected record of a run in the order of its file; pages are fetched as they are needed. */
  everyReject(id: string): AsyncGenerator<IngestReject, void, undefined>;
  /** Puts a file into the feed bucket and gives its key. */
  upload(fileName: string, body: BodyInit): Promise<string>;
  /** Starts a run of a file in the feed bucket. */
  start(input: StartIngestRunInput): Promise<IngestRun>;
  /** Answers while the decision is under way; ask `run` until it is `MERGED`. */
  approve(id: string): Promise<DecidedIngestRun>;
  /** Likewise, until it is `DISCARDED`. */
  discard(id: string): Promise<DecidedIngestRun>;
}

/** The methods for operators, on a client that has an operator's access token: `client.request`. */
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
        const message = `${fileName} was not taken: ${put.status} ${await put.text()}`;
        throw new ShinkanError([{ message }]);
      }
      return upload.key;
    },
    start: async (input) => (await request(StartIngestRunDocument, { input })).startIngestRun,
    approve: async (id) => (await request(ApproveIngestRunDocument, { id })).approveIngestRun,
    discard: async (id) => (await request(DiscardIngestRunDocument, { id })).discardIngestRun,
  };
}
