/**
 * The kinds of book event that are mailed to subscribers, in the order of a mail's sections. To add
 * a kind, add its name here; the compiler then asks for its texts. `ANNOUNCED` goes to members who
 * follow a contributor or the series of the book.
 */
export const MAIL_KINDS = ['ON_SALE', 'ANNOUNCED', 'RESCHEDULED', 'REVIVED', 'CANCELLED'] as const;

export type MailKind = (typeof MAIL_KINDS)[number];
