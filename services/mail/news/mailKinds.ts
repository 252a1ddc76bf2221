/**
 * The kinds of book event of which subscribers hear by mail, in the order in which a mail tells of them.
 * A further kind is a further name here; the compiler then asks for its words. `ANNOUNCED` is told to
 * those who wait for a contributor or a series of the book.
 */
export const MAIL_KINDS = ['ON_SALE', 'ANNOUNCED', 'RESCHEDULED', 'REVIVED', 'CANCELLED'] as const;

export type MailKind = (typeof MAIL_KINDS)[number];
