export type Language = 'ja' | 'en';

/** What the element says, in each language. */
export const WORDS = {
  ja: {
    planned: (when: string) => `発売予定 ${when}`,
    undated: '発売日未定',
    unconfirmed: '発売予定を確認中',
    cancelled: '発売中止',
    onSale: '発売中',
    justSold: '発売になりました',
    said: (title: string) => `「${title}」が発売になりました`,
    ask: '発売を知らせて',
    buy: '購入する',
    see: '本のページを見る',
    between: '・',
    about: (action: string, title: string) => `${action}:「${title}」`,
  },
  en: {
    planned: (when: string) => `Due ${when}`,
    undated: 'Release date to be announced',
    unconfirmed: 'Release being confirmed',
    cancelled: 'Cancelled',
    onSale: 'On sale',
    justSold: 'Now on sale',
    said: (title: string) => `“${title}” is now on sale`,
    ask: 'Tell me when it’s out',
    buy: 'Buy',
    see: 'See the book',
    between: ' · ',
    about: (action: string, title: string) => `${action}: “${title}”`,
  },
} as const;

/** The language for a page that is written in `lang`; Japanese unless it is English. */
export const languageFor = (lang: string): Language => (/^en\b/i.test(lang.trim()) ? 'en' : 'ja');
