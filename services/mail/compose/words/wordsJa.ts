import { formatYen } from '../../../../domain/price/formatYen.ts';
import { releaseWordsJa } from '../../../../domain/release/releaseWordsJa.ts';
import type { Reason } from '../../reading/readReasons.ts';
import type { MailWords } from './mailWords.ts';

const AGAIN = '発売になりましたら、改めてお知らせいたします。';

const nameOf = ({ kind, name }: Reason) =>
  ({ BOOK: 'この本', CONTRIBUTOR: `著者「${name}」`, SERIES: `シリーズ「${name}」` })[kind];

/** Japanese texts of mails, in a bookseller's tone. */
export const wordsJa: MailWords = {
  release: releaseWordsJa,
  subjectOfOne: {
    ON_SALE: (title) => `『${title}』が発売になりました`,
    ANNOUNCED: (title, _when, whose) =>
      whose === null
        ? `新刊『${title}』のご案内が届きました`
        : `${whose.kind === 'SERIES' ? nameOf(whose) : whose.name}の新刊『${title}』のご案内が届きました`,
    DECIDED: (title, when) => `『${title}』の発売日が決まりました(${when})`,
    NARROWED: (title, when) => `『${title}』の発売時期が決まりました(${when})`,
    UNDATED: (title) => `『${title}』の発売日が未定になりました`,
    LATER: (title, when) => `『${title}』の発売が延期になりました(${when})`,
    EARLIER: (title, when) => `『${title}』の発売が早まりました(${when})`,
    MOVED: (title, when) => `『${title}』の発売予定が変わりました(${when})`,
    REVIVED: (title) => `『${title}』が再び発売予定になりました`,
    CANCELLED: (title) => `『${title}』は発売中止になりました`,
  },
  subjectOfKinds: (count, shares) => `お待ちの本${count}点のお知らせ(${shares.join('・')})`,
  kinds: {
    ON_SALE: {
      heading: '発売になりました',
      lead: 'お待ちいただいていた本が発売になり、当店でお買い求めいただけるようになりました。',
      subjectOfMany: (count) => `お待ちの本が${count}点、発売になりました`,
      share: (count) => `発売${count}点`,
    },
    ANNOUNCED: {
      heading: '新刊のご案内が届きました',
      lead: `お待ちの著者・シリーズの新刊のご案内が届きました。${AGAIN}`,
      subjectOfMany: (count) => `お待ちの著者・シリーズの新刊${count}点のご案内が届きました`,
      share: (count) => `新刊のご案内${count}点`,
    },
    RESCHEDULED: {
      heading: '発売予定のお知らせ',
      lead: `お待ちいただいている本の発売予定について、新しい案内がありました。${AGAIN}`,
      subjectOfMany: (count) => `お待ちの本${count}点の発売予定のお知らせ`,
      share: (count) => `日程の変更${count}点`,
    },
    REVIVED: {
      heading: '再び発売予定になりました',
      lead: `発売中止になっていた本が、改めて発売されることになりました。${AGAIN}`,
      subjectOfMany: (count) => `お待ちの本${count}点が再び発売予定になりました`,
      share: (count) => `再び発売予定${count}点`,
    },
    CANCELLED: {
      heading: '発売中止になりました',
      lead: '残念ながら、お待ちいただいていた本の発売を、出版社が取りやめました。改めて発売予定になりましたら、お知らせいたします。',
      subjectOfMany: (count) => `お待ちの本${count}点が発売中止になりました`,
      share: (count) => `発売中止${count}点`,
    },
  },
  leadOfKinds: 'お待ちいただいている本について、お知らせいたします。',
  moves: {
    DECIDED: '発売日が決まりました',
    NARROWED: '発売時期が決まりました',
    UNDATED: '発売日が未定になりました',
    LATER: '発売が延期になりました',
    EARLIER: '発売が早まりました',
    MOVED: '発売予定が変わりました',
  },
  salutation: (displayName) => (displayName === '' ? 'お客様' : `${displayName} 様`),
  greeting: (shopName) => `いつも${shopName}をご利用いただき、ありがとうございます。`,
  people: (list) => list.join('、'),
  price: (yen) => `${formatYen(yen, 'ja')}(税込)`,
  facts: { contributors: '著者', publisher: '出版社', price: '価格', release: '発売予定' },
  cover: (title) => `『${title}』の書影`,
  buy: '当店で購入する',
  look: '本のページを見る',
  because(reasons) {
    const isOfBook = reasons.some(({ kind }) => kind === 'BOOK');
    const standing = reasons.filter(({ kind }) => kind !== 'BOOK').map(nameOf);
    const waitedFor = standing.length === 0 ? '' : `${standing.join('、')}の新刊`;
    return `${[isOfBook ? 'この本' : '', waitedFor].filter(Boolean).join('と、')}をお待ちのため、お届けしました。`;
  },
  stop: {
    BOOK: () => 'この本のお知らせを止める',
    CONTRIBUTOR: (name) => `著者「${name}」の新刊のお知らせを止める`,
    SERIES: (name) => `シリーズ「${name}」の新刊のお知らせを止める`,
  },
  reason: (shopName) =>
    `このメールは、${shopName}の新刊のお知らせで、本の「発売を知らせて」か、著者・シリーズの「新刊を知らせて」をお選びになった方に、お待ちの著者・シリーズの新刊のご案内が届いたとき、お待ちの本が発売になったとき、発売予定が変わったとき、発売中止になったとき、再び発売予定になったときにお送りしています。`,
  refusal:
    'お知らせのメールは、いつでもお断りになれます。「すべてのお知らせを止める」は、ログインなしでお手続きいただけます。',
  stopAll: 'すべてのお知らせを止める',
  manage: 'お知らせの確認・変更',
  sender: { name: '送信者', address: '住所', contact: '苦情・お問い合わせ' },
};
