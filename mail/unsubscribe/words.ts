import type { Language } from '../language.ts';
import type { Wish } from './readWish.ts';

type Action = Exclude<Wish, 'oneClick'>;

/** What happened, or what may: each is a page of its own. */
export type Outcome =
  | 'askBook'
  | 'askAll'
  | 'stoppedBook'
  | 'stoppedAll'
  | 'resumedBook'
  | 'resumedAll'
  | 'tooLate'
  | 'unknownLink'
  | 'unreadable'
  | 'unavailable';

/** What fills the sentences. */
export interface Subjects {
  /** The book's title with its volume; null on a page that is about no book, or whose book is gone. */
  title: string | null;
  shopName: string;
  contact: string;
}

/** What ends and what does not. */
interface Scope {
  stops: string[];
  goesOn: string[];
}

/** A page's words in one language. */
export interface Words {
  outcomes: { [outcome in Outcome]: { heading: string; lines(of: Subjects): string[] } };
  buttons: { [action in Action]: string };
  /** What ends by this and what goes on, for the pages that stop something. */
  scopes: { [outcome in Outcome]?: Scope };
  stops: string;
  goesOn: string;
  /** Beside a button that undoes: for how long it does. */
  undoable: string;
  /** What the site calls itself. */
  site: string;
  /** Where to go from here: `settings` is for a member who signs in. */
  links: { book: string; settings: string; upcoming: string };
  help(of: Subjects): string;
}

const BOOK_JA: Scope = {
  stops: [
    'この本の発売、発売日の変更、発売中止、その後の発売決定のメール',
    'お待ちの本の一覧への掲載',
  ],
  goesOn: ['ほかにお待ちの本のお知らせ', 'ご注文の確認など、お店からのほかのメール'],
};

const ALL_JA: Scope = {
  stops: ['お待ちの本すべての、発売や発売日の変更などのメール'],
  goesOn: ['お待ちの本の一覧', 'ご注文の確認など、お店からのほかのメール'],
};

const BOOK_EN: Scope = {
  stops: [
    'Mails about this book: that it is on sale, has moved, is cancelled or is planned again',
    'Its place on the list of books that you wait for',
  ],
  goesOn: [
    'News of the other books that you wait for',
    'Other mails of the shop, such as those about orders',
  ],
};

const ALL_EN: Scope = {
  stops: ['Mails about all the books that you wait for'],
  goesOn: [
    'The list of books that you wait for',
    'Other mails of the shop, such as those about orders',
  ],
};

export const WORDS: { [language in Language]: Words } = {
  ja: {
    outcomes: {
      askBook: {
        heading: 'この本のお知らせを止めますか',
        lines: (of) => [`${bookJa(of)}についてのお知らせのメールを止めます。`],
      },
      askAll: {
        heading: 'お知らせのメールをすべて止めますか',
        lines: ({ shopName }) => [`${shopName}からの新刊のお知らせのメールを、すべて止めます。`],
      },
      stoppedBook: {
        heading: 'この本のお知らせを止めました',
        lines: (of) => [`${bookJa(of)}についてのメールは、もうお送りしません。`, LATE_JA],
      },
      stoppedAll: {
        heading: 'お知らせのメールをすべて止めました',
        lines: ({ shopName }) => [
          `${shopName}からの新刊のお知らせのメールは、もうお送りしません。`,
          LATE_JA,
        ],
      },
      resumedBook: {
        heading: 'この本のお知らせをお送りします',
        lines: (of) => [`${bookJa(of)}について、これまでどおりメールでお知らせします。`],
      },
      resumedAll: {
        heading: 'お知らせのメールをお送りします',
        lines: () => ['お待ちの本について、これまでどおりメールでお知らせします。'],
      },
      tooLate: {
        heading: 'ここからは元に戻せません',
        lines: () => [
          '止めてから時間がたったか、ほかの場所で止められたものです。ログインすると元に戻せます。',
        ],
      },
      unknownLink: {
        heading: 'このリンクは使えません',
        lines: () => [
          'リンクが途中で切れているか、変わっています。何も変更していません。',
          'メールのリンクをもう一度そのまま開くか、ログインしてお知らせを止めてください。',
        ],
      },
      unreadable: {
        heading: '受け取れませんでした',
        lines: () => ['何も変更していません。メールのリンクをもう一度開いてお試しください。'],
      },
      unavailable: {
        heading: 'ただいま受け付けられません',
        lines: () => ['まだ変更できていません。少し時間をおいて、もう一度お試しください。'],
      },
    },
    buttons: {
      stopBook: 'この本のお知らせを止める',
      stopAll: 'すべてのお知らせを止める',
      undoBook: '取り消して、この本のお知らせをまた受け取る',
      undoAll: '取り消して、お知らせをまた受け取る',
    },
    scopes: {
      askBook: BOOK_JA,
      stoppedBook: BOOK_JA,
      askAll: ALL_JA,
      stoppedAll: ALL_JA,
    },
    stops: '止まるもの',
    goesOn: '続くもの',
    undoable: '止めてから24時間は、この画面で元に戻せます。そのあとはログインして元に戻せます。',
    site: '新刊のお知らせ',
    links: {
      book: 'この本のページを見る',
      settings: 'ログインしてメールの設定を見る',
      upcoming: 'これから出る本を見る',
    },
    help: ({ shopName, contact }) => `お困りのときは ${shopName}(${contact})へご連絡ください。`,
  },
  en: {
    outcomes: {
      askBook: {
        heading: 'Stop mails about this book?',
        lines: (of) => [`This stops all news of ${bookEn(of)} by mail.`],
      },
      askAll: {
        heading: 'Stop all these mails?',
        lines: ({ shopName }) => [`This stops every mail about new books from ${shopName}.`],
      },
      stoppedBook: {
        heading: 'Mails about this book are stopped',
        lines: (of) => [`We will not mail you about ${bookEn(of)} any more.`, LATE_EN],
      },
      stoppedAll: {
        heading: 'All these mails are stopped',
        lines: ({ shopName }) => [
          `${shopName} will not mail you about new books any more.`,
          LATE_EN,
        ],
      },
      resumedBook: {
        heading: 'Mails about this book will come',
        lines: (of) => [`We will mail you about ${bookEn(of)} as before.`],
      },
      resumedAll: {
        heading: 'Mails will come',
        lines: () => ['We will mail you about the books that you wait for as before.'],
      },
      tooLate: {
        heading: 'This cannot be undone here',
        lines: () => [
          'It was stopped some time ago, or in another place. Sign in to change it back.',
        ],
      },
      unknownLink: {
        heading: 'This link does not work',
        lines: () => [
          'It was cut or changed on its way. Nothing has been changed.',
          'Open the link in the mail once more just as it is, or sign in to stop mails.',
        ],
      },
      unreadable: {
        heading: 'That could not be read',
        lines: () => [
          'Nothing has been changed. Open the link in the mail again and try once more.',
        ],
      },
      unavailable: {
        heading: 'This does not work at the moment',
        lines: () => ['Your change has not been made yet. Try again in a little while.'],
      },
    },
    buttons: {
      stopBook: 'Stop mails about this book',
      stopAll: 'Stop all mails',
      undoBook: 'Undo, and be told of this book again',
      undoAll: 'Undo, and get mails again',
    },
    scopes: {
      askBook: BOOK_EN,
      stoppedBook: BOOK_EN,
      askAll: ALL_EN,
      stoppedAll: ALL_EN,
    },
    stops: 'This ends',
    goesOn: 'This goes on as before',
    undoable: 'For 24 hours after stopping you can undo it here; after that, by signing in.',
    site: 'New books',
    links: {
      book: 'See the page of this book',
      settings: 'Sign in to see your mail settings',
      upcoming: 'See upcoming books',
    },
    help: ({ shopName, contact }) => `If something is wrong, ask ${shopName}: ${contact}`,
  },
};

const LATE_JA = '送信をもう始めていたメールは、行き違いに届くことがあります。';
const LATE_EN = 'A mail that was being sent at this very moment may still arrive.';

function bookJa({ title }: Subjects): string {
  return title === null ? 'この本' : `『${title}』`;
}

function bookEn({ title }: Subjects): string {
  return title === null ? 'this book' : `“${title}”`;
}
