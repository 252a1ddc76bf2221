import type { PageWords, Scope, Subjects } from './pageWords.ts';

const LATE = 'A mail that was being sent at this very moment may still arrive.';

const bookOf = ({ title }: Subjects) => (title === null ? 'this book' : `“${title}”`);

const fromIt = ({ standing }: Subjects) =>
  standing?.kind === 'SERIES' ? 'in this series' : 'by this author';

const fromName = (of: Subjects) => {
  if (of.standing?.name == null) return fromIt(of);
  return of.standing.kind === 'SERIES'
    ? `in the series “${of.standing.name}”`
    : `by ${of.standing.name}`;
};

const BOOK: Scope = {
  stops: [
    'Mails about this book: that it is on sale, has moved, is cancelled or is planned again',
    'Its place on the list of books that you wait for',
  ],
  goesOn: [
    'News of the other books that you wait for',
    'News of other new books by its authors and in its series, where you wait for these',
    'Other mails of the shop, such as those about orders',
  ],
};

const ALL: Scope = {
  stops: [
    'Mails about all the books that you wait for',
    'Mails about new books by the authors and in the series that you wait for',
  ],
  goesOn: [
    'The list of books that you wait for',
    'The list of authors and series that you wait for',
    'Other mails of the shop, such as those about orders',
  ],
};

const STANDING: Scope = {
  stops: [
    'Mails that something new is announced',
    'Mails about the books that you wait for because of it: on sale, moved, cancelled',
    'Its place, and that of these books, on the lists of what you wait for',
  ],
  goesOn: [
    'News of the books that you asked for yourself',
    'News of other authors and series',
    'Other mails of the shop, such as those about orders',
  ],
};

/** English texts of the page. */
export const pageWordsEn: PageWords = {
  outcomes: {
    askBook: {
      heading: () => 'Stop mails about this book?',
      lines: (of) => [`This stops all news of ${bookOf(of)} by mail.`],
    },
    askAll: {
      heading: () => 'Stop all these mails?',
      lines: ({ shopName }) => [`This stops every mail about new books from ${shopName}.`],
    },
    stoppedBook: {
      heading: () => 'Mails about this book are stopped',
      lines: (of) => [`We will not mail you about ${bookOf(of)} any more.`, LATE],
    },
    stoppedAll: {
      heading: () => 'All these mails are stopped',
      lines: ({ shopName }) => [`${shopName} will not mail you about new books any more.`, LATE],
    },
    resumedBook: {
      heading: () => 'Mails about this book will come',
      lines: (of) => [`We will mail you about ${bookOf(of)} as before.`],
    },
    resumedAll: {
      heading: () => 'Mails will come',
      lines: () => [
        'As before, we will mail you about the books that you wait for, and about new books by the authors and in the series that you wait for.',
      ],
    },
    askStanding: {
      heading: (of) => `Stop mails about new books ${fromIt(of)}?`,
      lines: (of) => [`This stops all news of new books ${fromName(of)} by mail.`],
    },
    stoppedStanding: {
      heading: (of) => `Mails about new books ${fromIt(of)} are stopped`,
      lines: (of) => [`We will not mail you about new books ${fromName(of)} any more.`, LATE],
    },
    resumedStanding: {
      heading: (of) => `Mails about new books ${fromIt(of)} will come`,
      lines: (of) => [`We will mail you about new books ${fromName(of)} as before.`],
    },
    tooLate: {
      heading: () => 'This cannot be undone here',
      lines: () => [
        'It was stopped some time ago, or in another place. Sign in to change it back.',
      ],
    },
    unknownLink: {
      heading: () => 'This link does not work',
      lines: () => [
        'It was cut or changed on its way. Nothing has been changed.',
        'Open the link in the mail once more just as it is, or sign in to stop mails.',
      ],
    },
    unreadable: {
      heading: () => 'That could not be read',
      lines: () => ['Nothing has been changed. Open the link in the mail again and try once more.'],
    },
    unavailable: {
      heading: () => 'This does not work at the moment',
      lines: () => ['Your change has not been made yet. Try again in a little while.'],
    },
  },
  buttons: {
    stopBook: () => 'Stop mails about this book',
    stopAll: () => 'Stop all mails',
    undoBook: () => 'Undo, and be told of this book again',
    stopStanding: (of) => `Stop mails about new books ${fromIt(of)}`,
    undoStanding: (of) => `Undo, and be told of new books ${fromIt(of)} again`,
    undoAll: () => 'Undo, and get mails again',
  },
  scopes: {
    askBook: BOOK,
    stoppedBook: BOOK,
    askStanding: STANDING,
    stoppedStanding: STANDING,
    askAll: ALL,
    stoppedAll: ALL,
  },
  stops: 'This ends',
  goesOn: 'This goes on as before',
  undoable: 'For 24 hours after stopping you can undo it here; after that, by signing in.',
  site: 'New books',
  links: {
    book: 'See the page of this book',
    standing: ({ standing }) =>
      `See the page of this ${standing?.kind === 'SERIES' ? 'series' : 'author'}`,
    settings: 'Sign in to see your mail settings',
    upcoming: 'See upcoming books',
  },
  help: ({ shopName, contact }) => `If something is wrong, ask ${shopName}: ${contact}`,
};
