import { useTranslations } from 'use-intl/react';
import type { MemberMailPartsFragment } from '../../generated/documents.ts';
import { MailMoment } from './MailMoment.tsx';
import { MailNote } from './MailNote.tsx';

/** A mail that was sent, or the notes that were not sent for one reason. */
export function MemberMail({ mail }: { mail: MemberMailPartsFragment }) {
  const t = useTranslations('memberMails');
  const others = mail.noteCount - mail.notes.length;
  return (
    <article className="member-mail">
      {mail.at ? <MailMoment at={mail.at} /> : <div />}
      <div>
        <p className={`member-mail__state member-mail__state--${kindOf(mail.state)}`}>
          {t(mail.state)}
        </p>
        <ul className="member-mail__notes">
          {mail.notes.map((note) => (
            <li key={`${note.bookId} ${note.kind} ${note.change?.to.text ?? ''}`}>
              <MailNote note={note} />
            </li>
          ))}
          {others > 0 && <li className="member-mail__others">{t('others', { count: others })}</li>}
        </ul>
      </div>
    </article>
  );
}

function kindOf(state: MemberMailPartsFragment['state']): string {
  if (state === 'SENT') return 'sent';
  return state === 'TO_BE_SENT' ? 'waiting' : 'unsent';
}
