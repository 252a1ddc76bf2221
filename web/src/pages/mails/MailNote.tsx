import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { dayInJapan } from '../../../../domain/release/dayInJapan.ts';
import type { MemberMailPartsFragment } from '../../generated/documents.ts';
import { useReleaseWords } from '../../parts/release/useReleaseWords.ts';
import { isAskedFor, Why } from '../../parts/subscription/Why.tsx';
import { MovedDate } from './MovedDate.tsx';

/** What a mail said about one book, and why the member received it. */
export function MailNote({ note }: { note: MemberMailPartsFragment['notes'][number] }) {
  const t = useTranslations('memberMails');
  const words = useReleaseWords();
  const { kind, bookId, title, change, waitingSince, reasons } = note;
  return (
    <>
      <p className={`mail-note__what mail-note__what--${kind}`}>{t(kind)}</p>
      <p className="mail-note__title" lang="ja">
        <Link to={`/books/${bookId}`}>{title}</Link>
      </p>
      {change && <MovedDate change={change} />}
      <Why reasons={reasons} />
      {waitingSince && isAskedFor(reasons) && (
        <p className="mail-note__because">
          {t('because', { when: words.day(dayInJapan(new Date(waitingSince)), true) })}
        </p>
      )}
    </>
  );
}
