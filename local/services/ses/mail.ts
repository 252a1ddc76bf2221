/** One accepted mail: a line of the mails file. */
export interface Mail {
  /** When SES accepted it, ISO 8601 in UTC. */
  at: string;
  messageId: string;
  from: string;
  /** The addresses it goes to: `Destinations` of the call, or else To, Cc and Bcc. */
  to: string[];
  subject: string;
  /** By lower-case name; a header that occurs several times has a list. */
  headers: { [name: string]: string | string[] };
  html: string | null;
  text: string | null;
  tags: { [name: string]: string };
  /** Left out when there are none. */
  attachments?: Attachment[];
  /** Recipients who do not get it, each with the reason; left out when all do. */
  undelivered?: { [address: string]: Undelivered };
}

/** What is kept of an attachment: not its bytes, of which `size` is the number. */
export interface Attachment {
  name: string;
  type: string;
  size: number;
}

/**
 * Why a mail does not arrive: the address is on the account's suppression list or on Amazon's own, or its server
 * refuses it.
 */
export type Undelivered = 'ON_ACCOUNT_LIST' | 'ON_GLOBAL_LIST' | 'BOUNCED';

/** A mail as a call describes it, before it has been checked and accepted. */
export interface Submission extends Omit<Mail, 'at' | 'messageId' | 'undelivered'> {
  /** The address of the envelope, where bounces go. */
  source: string;
  /** Every address that must belong to a verified identity: From and Source. */
  senders: string[];
  configurationSet: string | undefined;
}
