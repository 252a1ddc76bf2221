/** A composed mail for one member. */
export interface OutgoingMail {
  mailKey: string;
  to: string;
  /** The whole RFC 5322 message. */
  raw: Uint8Array;
}

/**
 * The outcome of handing over a mail. `POSTPONED` and `REJECTED` mean that it was certainly not
 * sent: `POSTPONED` for a cause outside the mail, `REJECTED` permanently. `UNKNOWN` means that it
 * may have been sent, so nobody may send it again before its lease has ended.
 */
export type SendOutcome =
  | { kind: 'SENT'; messageId: string }
  | { kind: 'POSTPONED'; reason: string }
  | { kind: 'REJECTED'; reason: string }
  | { kind: 'UNKNOWN'; reason: string };

/** Hands over one mail. Never throws: every error has its outcome. */
export type Mailer = (mail: OutgoingMail) => Promise<SendOutcome>;
