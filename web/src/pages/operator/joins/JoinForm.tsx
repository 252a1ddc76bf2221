import { useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { type CatalogueKind, JoinDocument } from '../../../generated/operatorDocuments.ts';
import { Deliberate } from '../parts/Deliberate.tsx';
import { errorTypeOf } from '../parts/errorTypeOf.ts';
import { EntryPicker, type Picked } from './EntryPicker.tsx';

type Outcome = 'joined' | 'refused' | 'failed';

/** The API's errors for two entries that are one already, or one that is gone. */
const REFUSALS = ['InvalidArgument', 'ContributorNotFound', 'SeriesNotFound'];

/** Picks two entries and joins them after a confirmation. */
export function JoinForm({ kind, onJoined }: { kind: CatalogueKind; onJoined: () => void }) {
  const t = useTranslations('operator.joins');
  const said = useRef<HTMLParagraphElement>(null);
  const [from, setFrom] = useState<Picked | null>(null);
  const [into, setInto] = useState<Picked | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [join, { loading }] = useMutation(JoinDocument);

  function decide(pair: { from: Picked; into: Picked }): void {
    join({ variables: { kind, from: pair.from.id, into: pair.into.id } }).then(
      () => {
        setOutcome('joined');
        setFrom(null);
        setInto(null);
        onJoined();
      },
      (error: unknown) => {
        console.error(error);
        setOutcome(REFUSALS.includes(errorTypeOf(error) ?? '') ? 'refused' : 'failed');
      },
    );
  }

  return (
    <section className="join" aria-label={t('join')}>
      <div className="join__pair">
        <EntryPicker kind={kind} label={t('from')} picked={from} onPick={setFrom} />
        <EntryPicker kind={kind} label={t('into')} picked={into} onPick={setInto} />
      </div>
      {from && into && from.id === into.id && <p>{t('same')}</p>}
      {from && into && from.id !== into.id && (
        <Deliberate
          label={t('join')}
          confirm={t('joinNow')}
          busy={loading}
          onDecide={() => decide({ from, into })}
          outcome={said}
        >
          <p>{t('joinWill', { from: from.name, into: into.name })}</p>
        </Deliberate>
      )}
      <p ref={said} role="status" tabIndex={-1}>
        {outcome && t(`join_${outcome}`)}
      </p>
    </section>
  );
}
