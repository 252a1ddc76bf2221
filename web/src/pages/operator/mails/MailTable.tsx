import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type { MailRowPartsFragment } from '../../../generated/operatorDocuments.ts';
import { Count } from '../parts/Count.tsx';
import { Moment } from '../parts/Moment.tsx';
import { ScrollTable } from '../parts/ScrollTable.tsx';
import { MailState } from './MailState.tsx';

/** Mails with their states and the reasons. */
export function MailTable({ mails, label }: { mails: MailRowPartsFragment[]; label: string }) {
  const t = useTranslations('operator.mails');
  return (
    <ScrollTable label={label}>
      <thead>
        <tr>
          <th scope="col">{t('mail')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('created')}</th>
          <th scope="col">{t('settled')}</th>
          <th scope="col" className="figure">
            {t('notes')}
          </th>
          <th scope="col" className="figure">
            {t('attempts')}
          </th>
          <th scope="col">{t('reason')}</th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr key={mail.id}>
            <th scope="row">
              <Link to={`/operator/mails/${encodeURIComponent(mail.id)}`}>
                <code>{shortOf(mail.id)}</code>
              </Link>
            </th>
            <td>
              <MailState state={mail.state} />
            </td>
            <td>
              <Moment at={mail.createdAt} />
            </td>
            <td>{mail.settledAt && <Moment at={mail.settledAt} />}</td>
            <td className="figure">
              <Count of={mail.noteCount} />
            </td>
            <td className="figure">
              <Count of={mail.attempts} />
            </td>
            <td className="wide">
              {mail.mayHaveArrived && <strong>{t('mayHaveArrived')} </strong>}
              {mail.reason}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

/** A prefix of the id, long enough to tell the mails of a page apart. */
export const shortOf = (id: string): string => id.slice(0, 8);
