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
}

/** A mail as a call describes it, before it has been checked and accepted. */
export interface Submission extends Omit<Mail, 'at' | 'messageId'> {
  /** Every address that must belong to a verified identity: From and Source. */
  senders: string[];
  configurationSet: string | undefined;
}
