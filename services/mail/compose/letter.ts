import type { Language } from '../../../domain/language/language.ts';
import { SITE_PATH } from '../../../domain/language/sitePath.ts';
import type { Letterhead } from '../config.ts';
import { isAddress } from '../isAddress.ts';
import type { MailLinks } from '../links/mailLinks.ts';
import { MAIL_KINDS } from '../news/mailKinds.ts';
import type { News } from '../news/newsOf.ts';
import type { Reason } from '../reading/readReasons.ts';
import { type BookEntry, writeEntry } from './entry.ts';
import type { Link } from './link.ts';
import { oneLine } from './oneLine.ts';
import { shortReasons } from './shortReasons.ts';
import { webAddress } from './webAddress.ts';
import type { MailWords } from './words/mailWords.ts';
import { wordsEn } from './words/wordsEn.ts';
import { wordsJa } from './words/wordsJa.ts';
import { writeSubject } from './writeSubject.ts';

/**
 * The books of one kind of news. If it is the letter's only section, it has no heading and no lead.
 */
export interface Section {
  heading: string | null;
  lead: string | null;
  books: BookEntry[];
}

/** The content of a mail, before it is rendered as text or HTML. Every text is one line. */
export interface Letter {
  language: Language;
  subject: string;
  salutation: string;
  opening: string[];
  sections: Section[];
  /**
   * The legally required texts: why the mail comes, that and how it can be refused, and who sends
   * it.
   */
  reason: string;
  refusal: string;
  stopAll: Link;
  manage: Link;
  sender: { name: string; value: string; url: string | null }[];
}

/** The input of a letter. */
export interface LetterMaterial {
  letterhead: Letterhead;
  displayName: string;
  language: Language;
  links: MailLinks;
  news: News[];
  /** Why the member is told, by book id. */
  reasons: Map<string, Reason[]>;
}

const WORDS: { [language in Language]: MailWords } = { ja: wordsJa, en: wordsEn };

/** Writes the news for a member as a letter. */
export function writeLetter(material: LetterMaterial): Letter {
  const { letterhead, displayName, language, links, news } = material;
  if (news.length === 0) throw new Error('Cannot write a letter without news');
  const words = WORDS[language];
  const reasons = shortReasons(material.reasons);
  const shopName = oneLine(letterhead.shopName);
  const contact = oneLine(letterhead.contact);
  const siteUrl = `${letterhead.siteUrl}${SITE_PATH[language]}`;
  const kinds = MAIL_KINDS.filter((kind) => news.some((one) => one.kind === kind));
  const [only] = kinds;
  const isMixed = kinds.length > 1 || only === undefined;
  const lead = isMixed ? words.leadOfKinds : words.kinds[only].lead;
  return {
    language,
    subject: writeSubject(news, reasons, words),
    salutation: words.salutation(oneLine(displayName)),
    opening: [words.greeting(shopName), lead],
    sections: kinds.map((kind) => ({
      heading: isMixed ? words.kinds[kind].heading : null,
      lead: isMixed ? words.kinds[kind].lead : null,
      books: news
        .filter((one) => one.kind === kind)
        .map((one) => writeEntry(one, { siteUrl, links, reasons, words })),
    })),
    reason: words.reason(shopName),
    refusal: words.refusal,
    stopAll: { text: words.stopAll, url: links.all },
    manage: { text: words.manage, url: `${siteUrl}/my` },
    sender: [
      { name: words.sender.name, value: shopName, url: null },
      { name: words.sender.address, value: oneLine(letterhead.postalAddress), url: null },
      { name: words.sender.contact, value: contact, url: contactAddress(contact) },
    ],
  };
}

/** The contact as a link; null for a telephone number. */
function contactAddress(contact: string): string | null {
  return isAddress(contact) ? `mailto:${contact}` : webAddress(contact, ['https:']);
}
