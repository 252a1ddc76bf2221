import type { Requester } from './createRequester.ts';
import type { PageOptions } from './createShinkanClient.ts';
import {
  OutgoingMailCountsDocument,
  type OutgoingMailCountsQuery,
  OutgoingMailDocument,
  type OutgoingMailFieldsFragment,
  type OutgoingMailQuery,
  type OutgoingMailState,
  OutgoingMailsDocument,
  type OutgoingMailsQuery,
  RetryOutgoingMailDocument,
} from './generated/documents.ts';

export type OutgoingMail = OutgoingMailFieldsFragment;
export type OutgoingMailPage = OutgoingMailsQuery['outgoingMails'];
/** A mail with its notes. */
export type OutgoingMailInFull = NonNullable<OutgoingMailQuery['outgoingMail']>;
export type OutgoingMailCounts = OutgoingMailCountsQuery['outgoingMailCounts'];

/** Operators' methods for mails to members. Every method throws a `ShinkanError` on rejection. */
export interface MailOperation {
  /** Returns the number of notes per state. */
  counts(): Promise<OutgoingMailCounts>;
  /** Returns one page of mails with a note in this state. */
  mails(state: OutgoingMailState, options?: PageOptions): Promise<OutgoingMailPage>;
  /** Returns null if no mail has this id. */
  mail(id: string): Promise<OutgoingMailInFull | null>;
  /**
   * Requeues a mail that was given up; `mayHaveArrived` accepts that the member may receive it
   * twice.
   */
  retry(id: string, mayHaveArrived?: boolean): Promise<OutgoingMail>;
}

/**
 * Returns the operators' methods, given the `request` of a client with an operator's access token.
 */
export function operateMails(request: Requester): MailOperation {
  return {
    counts: async () => (await request(OutgoingMailCountsDocument, {})).outgoingMailCounts,
    mails: async (state, asked = {}) =>
      (await request(OutgoingMailsDocument, { ...asked, state })).outgoingMails,
    mail: async (id) => (await request(OutgoingMailDocument, { id })).outgoingMail,
    retry: async (id, mayHaveArrived = false) =>
      (await request(RetryOutgoingMailDocument, { id, mayHaveArrived })).retryOutgoingMail,
  };
}
