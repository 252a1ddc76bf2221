/** Why a note is skipped whose member has left: the way back looks for these words. */
export const SKIPPED_OF_BOOK = 'The subscription was taken back';
export const SKIPPED_OF_ALL = 'The member has stopped all mails';
