/**
 * The kinds of book event of which subscribers hear by mail. A further kind is a further name here;
 * the compiler then asks for its words.
 */
export const MAIL_KINDS = ['ON_SALE', 'RESCHEDULED', 'REVIVED', 'CANCELLED'] as const;

export type MailKind = (typeof MAIL_KINDS)[number];
