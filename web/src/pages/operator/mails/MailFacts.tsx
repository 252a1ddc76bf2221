import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import type { MailViewPartsFragment } from '../../../generated/operatorDocuments.ts';
import { Moment } from '../parts/Moment.tsx';

/** A mail's times, number of attempts and external ids. */
export function MailFacts({ mail }: { mail: MailViewPartsFragment }) {
  const t = useTranslations('operator.mail');
  const format = useFormatter();
  const { settledAt, nextAttemptAt, reason, messageId, retriedBy, retriedAt } = mail;
  const facts: [name: string, value: ReactNode][] = [
    [t('created'), <Moment key="created" at={mail.createdAt} seconds />],
    [t('settled'), settledAt && <Moment at={settledAt} seconds />],
    [t('nextAttempt'), nextAttemptAt && <Moment at={nextAttemptAt} seconds />],
    [t('attempts'), format.number(mail.attempts)],
    [t('reason'), reason],
    [t('retriedBy'), retriedBy && retriedAt && <Retried by={retriedBy} at={retriedAt} />],
    [t('messageId'), messageId && <code>{messageId}</code>],
    [t('id'), <code key="id">{mail.id}</code>],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function Retried({ by, at }: { by: string; at: string }) {
  const t = useTranslations('operator.run');
  return (
    <>
      {t('byMember', { who: by })} <Moment at={at} />
    </>
  );
}
