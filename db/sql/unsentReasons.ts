/**
 * Why a mail is not sent, as stored in `mail_outbox.reason`. Stored rows are found by these texts,
 * so they must not change.
 */
export const UNSENT = {
  takenBack: 'The subscription was taken back',
  stoppedAll: 'The member has stopped all mails',
  suppressed: 'The address is suppressed',
  noAddress: 'The shop holds no usable mail address',
  notListed: 'The shop does not list the member',
  left: 'The member has left the shop',
} as const;
