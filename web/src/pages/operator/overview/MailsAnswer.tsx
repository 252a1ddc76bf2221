import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { countOf, MAIL_STATES, type MailCounts, mailsAddress } from '../mails/mailStates.ts';
import { Count } from '../parts/Count.tsx';
import { Moment } from '../parts/Moment.tsx';

/** Senders run every minute, so a mail that has been due for longer than this is stuck. */
const LATE_MS = 10 * 60_000;

/** Did every mail leave? */
export function MailsAnswer({ counts }: { counts: MailCounts }) {
  const t = useTranslations('operator');
  return (
    <>
      <MailsSentence counts={counts} />
      <dl className="accounting">
        {MAIL_STATES.map((state) => (
          <div key={state}>
            <dt>{t(`overview.mailCount.${state}`)}</dt>
            <dd>
              <Count of={countOf(state, counts)} to={mailsAddress(state)} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function MailsSentence({ counts }: { counts: MailCounts }) {
  const t = useTranslations('operator.overview.mailsAre');
  const { failed, uncertain, oldestDueAt, due, sending, waiting, sentLastDay, skippedLastDay } =
    counts;
  if (failed > 0) return <Sentence care>{t('failed', { count: failed })}</Sentence>;
  if (uncertain > 0) return <Sentence care>{t('uncertain', { count: uncertain })}</Sentence>;
  if (oldestDueAt && Date.now() - Date.parse(oldestDueAt) > LATE_MS) {
    return (
      <Sentence care>
        {t('late')} <Moment at={oldestDueAt} />
      </Sentence>
    );
  }
  if (due + sending > 0) return <Sentence>{t('leaving', { count: due + sending })}</Sentence>;
  if (waiting > 0) return <Sentence>{t('waiting', { count: waiting })}</Sentence>;
  return <Sentence>{t(sentLastDay + skippedLastDay > 0 ? 'sent' : 'none')}</Sentence>;
}

function Sentence({ care = false, children }: { care?: boolean; children: ReactNode }) {
  return <p className={`answer__words${care ? ' answer__words--care' : ''}`}>{children}</p>;
}
