import { useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { type JoinPartsFragment, SeparateDocument } from '../../../generated/operatorDocuments.ts';
import { Deliberate } from '../parts/Deliberate.tsx';
import { Moment } from '../parts/Moment.tsx';

/** Whether a join is in effect, with a button to separate it. */
export function SeparateJoin({ join }: { join: JoinPartsFragment }) {
  const t = useTranslations('operator.joins');
  const said = useRef<HTMLParagraphElement>(null);
  const [failed, setFailed] = useState(false);
  const [separate, { loading }] = useMutation(SeparateDocument, { variables: { id: join.id } });

  function decide(): void {
    setFailed(false);
    separate().catch((error: unknown) => {
      console.error(error);
      setFailed(true);
    });
  }

  return (
    <>
      {!join.separatedAt && (
        <Deliberate
          label={t('separate')}
          confirm={t('separateNow')}
          busy={loading}
          onDecide={decide}
          outcome={said}
        >
          <p>{t('separateWill', { from: join.fromName, into: join.intoName })}</p>
        </Deliberate>
      )}
      <p ref={said} role="status" tabIndex={-1}>
        {failed && t('separateFailed')}
        {join.separatedAt && (
          <>
            {t('separated')} <Moment at={join.separatedAt} />{' '}
            {t('by', { who: join.separatedBy ?? '' })}
          </>
        )}
      </p>
    </>
  );
}
