import { useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import {
  MailCountsDocument,
  type MailViewPartsFragment,
  RetryMailDocument,
} from '../../../generated/operatorDocuments.ts';
import { Deliberate } from '../parts/Deliberate.tsx';
import { errorTypeOf } from '../parts/errorTypeOf.ts';

type Standing = 'idle' | 'retried' | 'notFailed' | 'nowMayHaveArrived' | 'failed';

const problems: { [type: string]: Standing } = {
  OutgoingMailNotFailed: 'notFailed',
  OutgoingMailMayHaveArrived: 'nowMayHaveArrived',
};

/**
 * Sends a mail again that was given up; one that may have arrived only after that risk is accepted.
 */
export function RetryMail(props: { mail: MailViewPartsFragment; onRefused: () => void }) {
  const { mail, onRefused } = props;
  const t = useTranslations('operator.mail');
  const outcome = useRef<HTMLParagraphElement>(null);
  const [accepted, setAccepted] = useState(false);
  const [standing, setStanding] = useState<Standing>('idle');
  const [retry, { loading }] = useMutation(RetryMailDocument, {
    refetchQueries: [MailCountsDocument],
  });

  function decide() {
    const variables = { id: mail.id, mayHaveArrived: mail.mayHaveArrived && accepted };
    retry({ variables }).then(
      () => setStanding('retried'),
      (reason: unknown) => {
        console.error(reason);
        setStanding(problems[errorTypeOf(reason) ?? ''] ?? 'failed');
        onRefused();
      },
    );
  }

  return (
    <div className={mail.state === 'FAILED' ? 'decide' : undefined}>
      {mail.state === 'FAILED' && (
        <Deliberate
          label={t('retry')}
          confirm={t('retryNow')}
          busy={loading}
          blocked={mail.mayHaveArrived && !accepted}
          onDecide={decide}
          outcome={outcome}
        >
          <p>{t('retryWill')}</p>
          {mail.mayHaveArrived && (
            <label className="check">
              <input
                type="checkbox"
                checked={accepted}
                onChange={({ target }) => setAccepted(target.checked)}
              />
              {t('retryTwice')}
            </label>
          )}
        </Deliberate>
      )}
      <p ref={outcome} role="status" tabIndex={-1}>
        {standing !== 'idle' && t(`retry_${standing}`)}
      </p>
    </div>
  );
}
