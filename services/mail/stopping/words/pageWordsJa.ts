import type { PageWords, Scope, Subjects } from './pageWords.ts';

const LATE = '送信をもう始めていたメールは、行き違いに届くことがあります。';

const bookOf = ({ title }: Subjects) => (title === null ? 'この本' : `『${title}』`);

const kindOf = ({ standing }: Subjects) =>
  standing?.kind === 'SERIES' ? 'このシリーズ' : 'この著者';

const nameOf = (of: Subjects) =>
  of.standing?.name == null
    ? kindOf(of)
    : `${of.standing.kind === 'SERIES' ? 'シリーズ' : '著者'}「${of.standing.name}」`;

const BOOK: Scope = {
  stops: [
    'この本の発売、発売日の変更、発売中止、その後の発売決定のメール',
    'お待ちの本の一覧への掲載',
  ],
  goesOn: [
    'ほかにお待ちの本のお知らせ',
    'お待ちの著者・シリーズの、ほかの新刊のお知らせ',
    'ご注文の確認など、お店からのほかのメール',
  ],
};

const ALL: Scope = {
  stops: [
    'お待ちの本すべての、発売や発売日の変更などのメール',
    'お待ちの著者・シリーズの新刊のご案内のメール',
  ],
  goesOn: [
    'お待ちの本の一覧',
    'お待ちの著者・シリーズの一覧',
    'ご注文の確認など、お店からのほかのメール',
  ],
};

const STANDING: Scope = {
  stops: [
    '新刊のご案内のメール',
    'その新刊としてお待ちだった本の、発売や発売日の変更などのメール',
    'お待ちの一覧への掲載',
  ],
  goesOn: [
    'ご自身で「発売を知らせて」をお選びになった本のお知らせ',
    'ほかの著者・シリーズのお知らせ',
    'ご注文の確認など、お店からのほかのメール',
  ],
};

/** Japanese texts of the page. */
export const pageWordsJa: PageWords = {
  outcomes: {
    askBook: {
      heading: () => 'この本のお知らせを止めますか',
      lines: (of) => [`${bookOf(of)}についてのお知らせのメールを止めます。`],
    },
    askAll: {
      heading: () => 'お知らせのメールをすべて止めますか',
      lines: ({ shopName }) => [`${shopName}からの新刊のお知らせのメールを、すべて止めます。`],
    },
    stoppedBook: {
      heading: () => 'この本のお知らせを止めました',
      lines: (of) => [`${bookOf(of)}についてのメールは、もうお送りしません。`, LATE],
    },
    stoppedAll: {
      heading: () => 'お知らせのメールをすべて止めました',
      lines: ({ shopName }) => [
        `${shopName}からの新刊のお知らせのメールは、もうお送りしません。`,
        LATE,
      ],
    },
    resumedBook: {
      heading: () => 'この本のお知らせをお送りします',
      lines: (of) => [`${bookOf(of)}について、これまでどおりメールでお知らせします。`],
    },
    resumedAll: {
      heading: () => 'お知らせのメールをお送りします',
      lines: () => [
        'お待ちの本と、お待ちの著者・シリーズの新刊について、これまでどおりメールでお知らせします。',
      ],
    },
    askStanding: {
      heading: (of) => `${kindOf(of)}の新刊のお知らせを止めますか`,
      lines: (of) => [`${nameOf(of)}の新刊についてのお知らせのメールを止めます。`],
    },
    stoppedStanding: {
      heading: (of) => `${kindOf(of)}の新刊のお知らせを止めました`,
      lines: (of) => [`${nameOf(of)}の新刊についてのメールは、もうお送りしません。`, LATE],
    },
    resumedStanding: {
      heading: (of) => `${kindOf(of)}の新刊のお知らせをお送りします`,
      lines: (of) => [`${nameOf(of)}の新刊について、これまでどおりメールでお知らせします。`],
    },
    tooLate: {
      heading: () => 'ここからは元に戻せません',
      lines: () => [
        '止めてから時間がたったか、ほかの場所で止められたものです。ログインすると元に戻せます。',
      ],
    },
    unknownLink: {
      heading: () => 'このリンクは使えません',
      lines: () => [
        'リンクが途中で切れているか、変わっています。何も変更していません。',
        'メールのリンクをもう一度そのまま開くか、ログインしてお知らせを止めてください。',
      ],
    },
    unreadable: {
      heading: () => '受け取れませんでした',
      lines: () => ['何も変更していません。メールのリンクをもう一度開いてお試しください。'],
    },
    unavailable: {
      heading: () => 'ただいま受け付けられません',
      lines: () => ['まだ変更できていません。少し時間をおいて、もう一度お試しください。'],
    },
  },
  buttons: {
    stopBook: () => 'この本のお知らせを止める',
    stopAll: () => 'すべてのお知らせを止める',
    undoBook: () => '取り消して、この本のお知らせをまた受け取る',
    stopStanding: (of) => `${kindOf(of)}の新刊のお知らせを止める`,
    undoStanding: (of) => `取り消して、${kindOf(of)}の新刊のお知らせをまた受け取る`,
    undoAll: () => '取り消して、お知らせをまた受け取る',
  },
  scopes: {
    askBook: BOOK,
    stoppedBook: BOOK,
    askStanding: STANDING,
    stoppedStanding: STANDING,
    askAll: ALL,
    stoppedAll: ALL,
  },
  stops: '止まるもの',
  goesOn: '続くもの',
  undoable: '止めてから24時間は、この画面で元に戻せます。そのあとはログインして元に戻せます。',
  site: '新刊のお知らせ',
  links: {
    book: 'この本のページを見る',
    standing: (of) => `${kindOf(of)}のページを見る`,
    settings: 'ログインしてメールの設定を見る',
    upcoming: 'これから出る本を見る',
  },
  help: ({ shopName, contact }) => `お困りのときは ${shopName}(${contact})へご連絡ください。`,
};
