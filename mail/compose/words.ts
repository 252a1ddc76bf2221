import type { MailKind } from '../mailKinds.ts';
import type { MailedBook } from '../readBooks.ts';

/** What a kind of news is called, in the words of a bookseller. */
interface Words {
  /** The subject when it is about one book. */
  subjectOfOne(title: string): string;
  /** The subject when it is about several. */
  subjectOfMany(count: number): string;
  /** The first sentence. */
  opening: string;
  /** Leads to the shop. */
  buy: string;
}

export const WORDS: { [kind in MailKind]: Words } = {
  ON_SALE: {
    subjectOfOne: (title) => `『${title}』が発売になりました`,
    subjectOfMany: (count) => `お待ちの本が${count}点、発売になりました`,
    opening: 'お待ちいただいていた本が発売になり、当店でお買い求めいただけるようになりました。',
    buy: '当店で購入する',
  },
};

/** `三田村遥 様`; a member without a name is `お客様`. */
export function salutation(displayName: string): string {
  return displayName === '' ? 'お客様' : `${displayName} 様`;
}

export function greeting(shopName: string): string {
  return `いつも${shopName}をご利用いただき、ありがとうございます。`;
}

/** Why the member gets this mail. */
export function reason(shopName: string): string {
  return `このメールは、${shopName}の新刊のお知らせで「発売を知らせて」をお選びになった方に、本ごとに一度だけお送りしています。`;
}

export const MANAGE = 'お知らせの確認・解除';

/** The title as a reader would ask for it at the counter: with its volume. */
export function fullTitle({ title, volume }: MailedBook): string {
  return volume === null || volume === '' ? title : `${title} ${volume}`;
}

/** `汐見透子 著、北原新 絵`. */
export function contributorLine({ contributors }: MailedBook): string {
  return contributors
    .map(({ name, roleText }) => (roleText ? `${name} ${roleText}` : name))
    .join('、');
}

/** `1,980円(税込)`. */
export function priceLine(yen: number): string {
  return `${yen.toLocaleString('ja-JP')}円(税込)`;
}
