import { describe, expect, it } from 'vitest';
import { CONSENT_WORDINGS } from '../../../../domain/consent/consentWordings.ts';
import { STANDING_CONSENT_WORDINGS } from '../../../../domain/consent/standingConsentWordings.ts';
import { wordsEn } from '../../../../services/mail/compose/words/wordsEn.ts';
import { wordsJa } from '../../../../services/mail/compose/words/wordsJa.ts';
import { MAIL_KINDS, type MailKind } from '../../../../services/mail/news/mailKinds.ts';

/** The name of each kind of news in the consent wordings and in the reason of a mail. */
const NAMES: { [kind in MailKind]: { ja: RegExp; en: RegExp } } = {
  ON_SALE: { ja: /発売になったとき|本の発売・/, en: /(goes|is) on sale/ },
  ANNOUNCED: { ja: /新刊のご?案内/, en: /new book.* is announced/ },
  RESCHEDULED: { ja: /発売(予定が変わった|日の変更)/, en: /moves|its date changes/ },
  CANCELLED: { ja: /発売中止/, en: /is cancelled/ },
  REVIVED: { ja: /再び発売予定|中止とその取り消し/, en: /is planned again/ },
};

describe.each(MAIL_KINDS)('news of the kind %s', (kind) => {
  const { ja, en } = NAMES[kind];

  it('the consent wordings name the kind', () => {
    // Members who ask for one book are not told that it is announced.
    const ofBook = kind === 'ANNOUNCED' ? [] : [CONSENT_WORDINGS];
    for (const wording of [...ofBook, STANDING_CONSENT_WORDINGS]) {
      expect(wording.JA_1).toMatch(ja);
      expect(wording.EN_1).toMatch(en);
    }
  });

  it('the reason of a mail names the kind', () => {
    expect(wordsJa.reason('書店')).toMatch(ja);
    expect(wordsEn.reason('the shop')).toMatch(en);
  });
});
