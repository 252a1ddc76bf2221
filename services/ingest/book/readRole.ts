import type { ContributorRole } from '../../../domain/people/contributorRoles.ts';

const WORDS: { [role in Exclude<ContributorRole, 'UNSPECIFIED'>]: string } = {
  AUTHOR:
    '著 共著 著者 作 さく 文 ぶん 小説 執筆 原著 述 記 本文執筆 著者代表 執筆代表 ノベライズ ノベライズ著 ノベル 英文執筆 編者 著制作 テキスト エッセイ 詩 短歌 取材 監著 かいたひと',
  ORIGINAL: '原作 原案 脚本 シナリオ ストーリー 企画原案 案 原文 小説原作 原曲',
  ARTIST: '漫画 マンガ まんが 作画 画 劇画 萬画',
  ILLUSTRATOR:
    '絵 え イラスト イラストレーター イラストレーション 挿絵 本文絵 本文挿画 切り絵 カバーイラスト 背景画',
  EDITOR:
    '編 編集 編纂 編輯 合纂 共編 責任編集 編集代表 編集主幹 総編集 総合編集 編集委員 編集責任 編集協力 企画編集 専門編集 特集編集 担当編集 個人編集 編修代表 代表編 編集委員代表 担当編集委員 編集者代表 英文編',
  SUPERVISOR:
    '監修 総監修 総合監修 日本語版監修 日本版監修 料理監修 協力監修 医学監修 法律監修 将棋監修 レシピ監修 スポーツ監修 のりもの監修 体操監修 フォント監修 クイズ監修 考案',
  TRANSLATOR:
    '訳 やく 譯 監訳 編訳 訳編 共訳 全訳 全訳注 訳注 訳著 翻訳 日本語版訳 日本語版翻訳 スペイン語訳 ドイツ語訳 訳者代表',
  PHOTOGRAPHER: '写真 撮影 フォトグラファー',
  MUSIC: '作曲 編曲 作詞 作詩 御作曲 ピアノ編曲 演奏 歌 歌唱 ピアノアレンジ',
  OTHER:
    '企画 協力 書 構成 料理 制作 講師 解説 解題 料理指導 原案協力 原作協力 取材協力 校注 校訂 注釈 註釈 注 監督 運動指導 技術指導 文字指導 指導 訂正 インストラクター 問題 問題作成 出題 図版作成 解説図版 歴史解説 医療解説 レクチャー テクニカルアドバイザー 料理制作 筆 撰 語り 朗読 聞き書き 対談 デザイン アートディレクション メカニックデザイン 装幀 企画構成 編集制作 レシピ レシピ制作 レシピ考案 シナリオ制作 ナビゲーター コーディネーター 英文校正 絵コンテ 篆刻 印刻',
};

const ROLES = new Map<string, ContributorRole>();
for (const [role, words] of Object.entries(WORDS)) {
  // The keys of the table are the type's own names.
  for (const word of words.split(' ')) ROLES.set(word, role as ContributorRole);
}
/** Words for two roles at once; the main role comes first. */
const DOUBLE: { [word: string]: ContributorRole[] } = {
  編著: ['AUTHOR', 'EDITOR'],
  著編: ['AUTHOR', 'EDITOR'],
  編訳: ['TRANSLATOR', 'EDITOR'],
  訳編: ['TRANSLATOR', 'EDITOR'],
  編著訳: ['AUTHOR', 'EDITOR', 'TRANSLATOR'],
  訳著: ['AUTHOR', 'TRANSLATOR'],
  監著: ['AUTHOR', 'SUPERVISOR'],
  作絵: ['AUTHOR', 'ILLUSTRATOR'],
  原作絵: ['ORIGINAL', 'ILLUSTRATOR'],
};

/** The meaning of a role word. */
export interface RoleReading {
  /** In the order of the words; the first is displayed. */
  roles: ContributorRole[];
  /** The word began with ほか: there are more people than the one named. */
  hasOthers: boolean;
}

/** Parses a role word such as 共著, `作・絵` or ほか著; null if the lexicon does not have it. */
export function readRole(word: string): RoleReading | null {
  const folded = word.normalize('NFKC');
  const hasOthers = folded.startsWith('ほか');
  const rest = hasOthers ? folded.slice('ほか'.length) : folded;
  if (rest === '') return { roles: ['OTHER'], hasOthers };
  const roles: ContributorRole[] = [];
  // かいたひと is one word: split a word only if the lexicon does not have it as a whole.
  const parts = ROLES.has(rest) || DOUBLE[rest] ? [rest] : rest.split(/[・&と]/);
  for (const part of parts) {
    const known = DOUBLE[part] ?? [ROLES.get(part)];
    for (const role of known) {
      if (role === undefined) return null;
      if (!roles.includes(role)) roles.push(role);
    }
  }
  return { roles, hasOthers };
}
