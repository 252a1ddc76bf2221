/** A title that is difficult for mails. */
export interface DifficultTitle {
  title: string;
  /** How a letter shows it, if not completely unchanged. */
  shown?: string;
  /** How a subject shows it, if shortened. */
  inSubject?: string;
}

const family = '👩‍👩‍👧‍👦';

/** Titles as in feeds, and worse. */
export const DIFFICULT_TITLES: DifficultTitle[] = [
  { title: '髙﨑さんの①番目の♥' },
  { title: 'Ⅲ巻 ㎝ ㍻ № ℡ ㈱' },
  { title: '噓と繫がり、摑む鷗' },
  { title: '〜波〜 〜〜 ～ ‖ − ― ¢£¬' },
  { title: '𠮷野家の𩸽と𠀋' },
  { title: '𠮷'.repeat(40) },
  { title: `${family}と🇯🇵の本 🏳️‍🌈 👍🏽` },
  { title: family.repeat(12) },
  { title: 'がぎぐげご(結合文字)' },
  { title: 'ガギグ'.normalize('NFD').repeat(20) },
  { title: '葛󠄀城市史' },
  { title: 'ﾊﾝｶｸｶﾀｶﾅﾉﾎﾝﾀﾞﾖ' },
  { title: 'あ'.repeat(90) },
  { title: 'ソ能表噂予'.repeat(18) },
  { title: 'カ'.repeat(19) },
  { title: 'ア'.repeat(20) },
  { title: 'Café Ōsaka é ñ ß ﬁ' },
  { title: 'e\u0301'.repeat(60) },
  { title: '"引用" と \'単引用\' と \\ と ¥' },
  { title: '“曲がった引用”『二重』「一重」' },
  { title: '<b>太字</b> & &amp; <script>alert(1)</script>' },
  { title: 'a=?utf-8?B?44GC?=' },
  { title: '=?iso-2022-jp?B?GyRCJCIbKEI=?=' },
  { title: '=?UTF-8?Q?=E3=81=82?= =?UTF-8?Q?=E3=81=84?=' },
  { title: '100%_完全ガイド; drop table book;' },
  { title: 'שלום مرحبا' },
  { title: 'مرحبا بالعالم 2026 上' },
  { title: 'ไทย Tiếng Việt Ελληνικά Русский 한국어' },
  { title: 'C++ & C# / .NET @ 2026 <新装版>' },
  { title: '.先頭の点' },
  { title: '..' },
  { title: 'From here to eternity' },
  { title: '薔薇の名前'.repeat(24) },
  { title: 'A'.repeat(120) },
  { title: 'word '.repeat(24).trim() },
  { title: '1' },
  { title: '_' },
  { title: '?=' },
  { title: '間に  二つの空白' },
  { title: '全角　空白　の　本' },
  { title: 'zero\u200bwidth\u200cnon\u200djoiner\u00ad' },
  { title: '\ufeff印の\ufeffある題', shown: '印のある題' },
  { title: 'mailto:a@b.example, (注釈); <c@d.example>' },
  { title: '外字\ue000と\u{f0000}' },
  { title: '  外の空白  ', shown: '外の空白' },
  { title: '改行\r\nのある題', shown: '改行 のある題' },
  { title: 'タブ\tのある\t題', shown: 'タブ のある 題' },
  { title: '段落\u2029と\u0085と\u0000', shown: '段落 と と' },
  { title: '\u202e逆さ\u2066文\u2069', shown: '逆さ 文' },
  { title: '半\ud842分', shown: '半\ufffd分' },
  { title: '\udc00始まり', shown: '\ufffd始まり' },
  {
    title: `${'長い題名、'.repeat(99)}終わり。`,
    inSubject: `${'長い題名、'.repeat(24).slice(0, 119)}…`,
  },
  { title: family.repeat(130), inSubject: `${family.repeat(43)}…` },
  { title: `が${'\u0300'.repeat(497)}`, inSubject: '…' },
];
