/** A composed mail for one member. */
export interface OutgoingMail {
  mailKey: string;
  to: string;
  /** The whole message, as RFC 5322 has it. */
  raw: Uint8Array;
}

/**
 * How handing over a mail ended. `POSTPONED` and `REJECTED` mean that it was certainly not sent:
 * the one for a cause outside the mail, the other for good. `UNKNOWN` means that it may have been
 * sent, so nobody may send it again before its lease has ended.
 */
export type SendOutcome =
  | { kind: 'SENT'; messageId: string }
  | { kind: 'POSTPONED'; reason: string }
  | { kind: 'REJECTED'; reason: string }
  | { kind: 'UNKNOWN'; reason: string };

/** Hands one mail over. Never throws: every end has its outcome. */
export type Mailer = (mail: OutgoingMail) => Promise<SendOutcome>;
