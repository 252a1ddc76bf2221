import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { wordRelease } from '../../../../../domain/release/wordRelease.ts';
import type {
  RunPreviewPartsFragment,
  RunViewPartsFragment,
} from '../../../generated/operatorDocuments.ts';
import { useReleaseWords } from '../../../parts/release/useReleaseWords.ts';
import { Accounting } from '../runs/Accounting.tsx';

type Events = RunPreviewPartsFragment['events'][number];

/**
 * What a merge would do, or would have done; renders nothing for a run merged without a decision.
 */
export function RunPreview({ run }: { run: RunViewPartsFragment }) {
  const t = useTranslations('operator.run');
  const { preview } = run;
  if (!preview && run.state !== 'HELD') return null;
  return (
    <section aria-labelledby="run-preview">
      <h2 id="run-preview">{run.state === 'HELD' ? t('preview') : t('previewThen')}</h2>
      {preview ? (
        <>
          <Accounting figures={preview} />
          {preview.unconfirmed > 0 && (
            <p className="run__caution">{t('unconfirmed', { count: preview.unconfirmed })}</p>
          )}
          {preview.events.length === 0 && <p className="soft">{t('noEvents')}</p>}
          {preview.events.map((events) => (
            <PreviewedEvents key={events.kind} events={events} />
          ))}
        </>
      ) : (
        <p className="soft">{t('previewComes')}</p>
      )}
    </section>
  );
}

function PreviewedEvents({ events }: { events: Events }) {
  const t = useTranslations('operator');
  const { kind, count, subscriptions, examples } = events;
  const more = count - examples.length;
  return (
    <section className="previewed" aria-labelledby={`preview-${kind}`}>
      <h3 id={`preview-${kind}`}>
        {t('run.events', { kind: t(`event.${kind}`), count })}
        <span className="soft">{t('run.subscriptions', { count: subscriptions })}</span>
      </h3>
      <ul>
        {examples.map((example) => (
          <li key={example.bookId}>
            <Example example={example} kind={kind} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className="soft">{t('run.moreExamples', { count: more })}</p>}
    </section>
  );
}

function Example(props: { example: Events['examples'][number]; kind: Events['kind'] }) {
  const { bookId, title, change } = props.example;
  const name = title ?? bookId;
  return (
    <>
      {/* A book that is not in the catalogue yet has no page. */}
      {props.kind === 'ANNOUNCED' ? (
        <span className="previewed__title">{name}</span>
      ) : (
        <Link className="previewed__title" to={`/books/${bookId}`}>
          {name}
        </Link>
      )}
      {change && <Change change={change} />}
    </>
  );
}

function Change({ change }: { change: NonNullable<Events['examples'][number]['change']> }) {
  const t = useTranslations('operator.run');
  const words = useReleaseWords();
  const said = (release: typeof change.from) => wordRelease(release, { words });
  return (
    <span className="previewed__change">
      <span className="unseen">{t('before')}</span>
      <s>{said(change.from)}</s> <span aria-hidden="true">→</span>{' '}
      <span className="unseen">{t('after')}</span>
      <strong>{said(change.to)}</strong>
    </span>
  );
}
