import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type { MailViewPartsFragment } from '../../../generated/operatorDocuments.ts';
import { PageTitle } from '../../../parts/page/PageTitle.tsx';
import { MailFacts } from './MailFacts.tsx';
import { MailState } from './MailState.tsx';
import { shortOf } from './MailTable.tsx';
import { RetryMail } from './RetryMail.tsx';

/** The content of a mail's page. */
export function MailView(props: { mail: MailViewPartsFragment; onRefused: () => void }) {
  const { mail, onRefused } = props;
  const t = useTranslations('operator');
  return (
    <article className="run">
      <PageTitle title={t('mail.title', { id: shortOf(mail.id) })} />
      <p className="run__state">
        <MailState state={mail.state} />
      </p>
      <p className="soft">{t(`mails.about.${mail.state}`)}</p>
      {mail.mayHaveArrived && <p className="run__caution">{t('mail.mayHaveArrived')}</p>}
      <RetryMail mail={mail} onRefused={onRefused} />
      <MailFacts mail={mail} />
      <section aria-labelledby="mail-notes">
        <h2 id="mail-notes">{t('mail.notes', { count: mail.noteCount })}</h2>
        <ul className="notes">
          {mail.notes.map((note) => (
            <li key={note.seq}>
              <span>{t(`event.${note.kind}`)}</span>
              <Link to={`/books/${note.bookId}`}>{note.bookId}</Link>
              <MailState state={note.state} />
              {note.reason && <span className="soft">{note.reason}</span>}
            </li>
          ))}
        </ul>
        {mail.noteCount > mail.notes.length && (
          <p className="soft">{t('mail.firstNotes', { count: mail.notes.length })}</p>
        )}
      </section>
    </article>
  );
}
