import { formatYen } from '../../../../domain/price/formatYen.ts';
import { releaseWordsEn } from '../../../../domain/release/releaseWordsEn.ts';
import type { Reason } from '../../reading/readReasons.ts';
import type { MailWords } from './mailWords.ts';

const AGAIN = 'We will write again when it can be bought.';

const books = (count: number) => (count === 1 ? '1 book' : `${count} books`);

const list = new Intl.ListFormat('en-GB');

const waitedFor = ({ kind, name }: Reason) =>
  ({
    BOOK: 'this book',
    CONTRIBUTOR: `new books by ${name}`,
    SERIES: `new books in the series “${name}”`,
  })[kind];

/** English texts of mails. */
export const wordsEn: MailWords = {
  release: releaseWordsEn,
  subjectOfOne: {
    ON_SALE: (title) => `“${title}” is on sale`,
    ANNOUNCED: (title, _when, whose) => {
      if (whose === null) return `“${title}” is announced`;
      return whose.kind === 'SERIES'
        ? `New in the series “${whose.name}”: “${title}”`
        : `New by ${whose.name}: “${title}”`;
    },
    DECIDED: (title, when) => `“${title}” has a release date: ${when}`,
    NARROWED: (title, when) => `“${title}” is now expected: ${when}`,
    UNDATED: (title) => `“${title}” has no release date any more`,
    LATER: (title, when) => `“${title}” is postponed: ${when}`,
    EARLIER: (title, when) => `“${title}” comes out earlier: ${when}`,
    MOVED: (title, when) => `“${title}” has a new release date: ${when}`,
    REVIVED: (title) => `“${title}” is planned again`,
    CANCELLED: (title) => `“${title}” is cancelled`,
  },
  subjectOfKinds: (count, shares) => `News of ${books(count)} you wait for: ${shares.join(', ')}`,
  kinds: {
    ON_SALE: {
      heading: 'Now on sale',
      lead: 'What you have been waiting for is out, and can be bought from us.',
      subjectOfMany: (count) => `${books(count)} you wait for are on sale`,
      share: (count) => `${count} on sale`,
    },
    ANNOUNCED: {
      heading: 'Newly announced',
      lead: `There is something new by an author, or in a series, that you wait for. ${AGAIN}`,
      subjectOfMany: (count) => `${books(count)} announced by authors and in series you wait for`,
      share: (count) => `${count} announced`,
    },
    RESCHEDULED: {
      heading: 'New dates',
      lead: `There is news about the release date of what you are waiting for. ${AGAIN}`,
      subjectOfMany: (count) => `New release dates for ${books(count)} you wait for`,
      share: (count) => `${count} with a new date`,
    },
    REVIVED: {
      heading: 'Planned again',
      lead: `What was cancelled is to be published after all. ${AGAIN}`,
      subjectOfMany: (count) => `${books(count)} you wait for are planned again`,
      share: (count) => `${count} planned again`,
    },
    CANCELLED: {
      heading: 'Cancelled',
      lead: 'We are sorry: the publisher will not publish what you have been waiting for. We will write again should that change.',
      subjectOfMany: (count) => `${books(count)} you wait for are cancelled`,
      share: (count) => `${count} cancelled`,
    },
  },
  leadOfKinds: 'Here is the news of the books you are waiting for.',
  moves: {
    DECIDED: 'The release date is set',
    NARROWED: 'The release date is clearer now',
    UNDATED: 'There is no release date any more',
    LATER: 'The release is postponed',
    EARLIER: 'The release comes earlier',
    MOVED: 'The release date has changed',
  },
  salutation: (displayName) => (displayName === '' ? 'Dear reader,' : `Dear ${displayName},`),
  greeting: (shopName) => `Thank you for being a customer of ${shopName}.`,
  people: (list) => list.join(', '),
  price: (yen) => `${formatYen(yen, 'en')} (tax included)`,
  facts: { contributors: 'By', publisher: 'Publisher', price: 'Price', release: 'Planned release' },
  cover: (title) => `Cover of “${title}”`,
  buy: 'Buy from us',
  look: 'See the book',
  because: (reasons) =>
    `You hear of this because you wait for ${list.format(reasons.map(waitedFor))}.`,
  stop: {
    BOOK: () => 'Stop news of this book',
    CONTRIBUTOR: (name) => `Stop news of books by ${name}`,
    SERIES: (name) => `Stop news of the series “${name}”`,
  },
  reason: (shopName) =>
    `You get this mail because you asked ${shopName} to tell you about a book, an author or a series. We write when a new book by that author or in that series is announced, and of a book when it is on sale, when its date changes, when it is cancelled, and when it is planned again after that.`,
  refusal: 'You may stop these mails at any time. “Stop all mails” needs no signing in.',
  stopAll: 'Stop all mails',
  manage: 'See or change what we tell you',
  sender: { name: 'Sent by', address: 'Address', contact: 'Complaints and questions' },
};
