/** One accepted mail: a line of the mails file. */
export interface Mail {
  /** When SES accepted it, ISO 8601 in UTC. */
  at: string;
  messageId: string;
  from: string;
  /** The recipient addresses: `Destinations` of the call, else To, Cc and Bcc. */
  to: string[];
  subject: string;
  /** By lower-case name; a repeated header has a list. */
  headers: { [name: string]: string | string[] };
  html: string | null;
  text: string | null;
  tags: { [name: string]: string };
  /** Omitted if there are none. */
  attachments?: Attachment[];
  /** Recipients who do not receive it, with the reason; omitted if all do. */
  undelivered?: { [address: string]: Undelivered };
}

/** The recorded part of an attachment: `size` in bytes, without the content. */
export interface Attachment {
  name: string;
  type: string;
  size: number;
}

/**
 * Why a mail is not delivered: the address is on the account's or Amazon's own suppression list, or
 * its server rejects it.
 */
export type Undelivered = 'ON_ACCOUNT_LIST' | 'ON_GLOBAL_LIST' | 'BOUNCED';

/** A mail as described by a call, before it is checked and accepted. */
export interface Submission extends Omit<Mail, 'at' | 'messageId' | 'undelivered'> {
  /** The envelope sender, where bounces go. */
  source: string;
  /** All addresses that must belong to a verified identity: From and Source. */
  senders: string[];
  configurationSet: string | undefined;
}
