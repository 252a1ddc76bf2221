import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl/react';
import type { RunViewPartsFragment } from '../../../generated/operatorDocuments.ts';
import { useReleaseWords } from '../../../parts/release/useReleaseWords.ts';
import { Moment } from '../parts/Moment.tsx';
import { runAddress } from '../runs/runAddress.ts';

/** A run's times, its file, and who decided on it. */
export function RunFacts({ run }: { run: RunViewPartsFragment }) {
  const t = useTranslations('operator.run');
  const format = useFormatter();
  const words = useReleaseWords();
  const { finishedAt, baseDate, repeatOf, approvedBy, approvedAt, discardedBy, discardedAt } = run;
  const by = (who: string, at: string | null) => (
    <>
      {t('byMember', { who })} {at && <Moment at={at} />}
    </>
  );
  return (
    <section aria-labelledby="run-facts">
      <h2 id="run-facts">{t('facts')}</h2>
      <dl className="facts">
        <Fact name={t('started')}>
          <Moment at={run.startedAt} seconds />
        </Fact>
        {finishedAt && (
          <Fact name={t('finished')}>
            <Moment at={finishedAt} seconds />
          </Fact>
        )}
        <Fact name={t('profile')}>{run.profile}</Fact>
        {baseDate && <Fact name={t('baseDate')}>{words.day(baseDate, true)}</Fact>}
        {run.byteCount > 0 && (
          <Fact name={t('size')}>{t('bytes', { count: format.number(run.byteCount) })}</Fact>
        )}
        {repeatOf && (
          <Fact name={t('repeatOf')}>
            <Link to={runAddress(repeatOf)}>{repeatOf}</Link>
          </Fact>
        )}
        {approvedBy && <Fact name={t('approvedBy')}>{by(approvedBy, approvedAt)}</Fact>}
        {discardedBy && <Fact name={t('discardedBy')}>{by(discardedBy, discardedAt)}</Fact>}
        <Fact name={t('key')}>
          <code>{run.fileName}</code>
        </Fact>
        <Fact name={t('id')}>
          <code>{run.id}</code>
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
