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
/** A mail with what it tells. */
export type OutgoingMailInFull = NonNullable<OutgoingMailQuery['outgoingMail']>;
export type OutgoingMailCounts = OutgoingMailCountsQuery['outgoingMailCounts'];

/** What operators do with mails to members. Every method throws a `ShinkanError` for what is refused. */
export interface MailOperation {
  /** How many notes stand in which state. */
  counts(): Promise<OutgoingMailCounts>;
  /** One page of mails of which a note stands so. */
  mails(state: OutgoingMailState, options?: PageOptions): Promise<OutgoingMailPage>;
  /** Null when no mail has this id. */
  mail(id: string): Promise<OutgoingMailInFull | null>;
  /** Puts a mail back that was given up; `mayHaveArrived` accepts that the member may get it twice. */
  retry(id: string, mayHaveArrived?: boolean): Promise<OutgoingMail>;
}

/** The methods for operators, on a client that has an operator's access token: `client.request`. */
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
