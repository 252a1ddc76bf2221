import { useTranslations } from 'use-intl/react';
import type { RunNotesPartsFragment } from '../../../generated/operatorDocuments.ts';

/** Notes on a file other than rejects; renders nothing if there are none. */
export function RunNotes({ notes }: { notes: RunNotesPartsFragment }) {
  const t = useTranslations('operator.run');
  const { unknownColumns, unknownRoles, mendings, encodingDoubt } = notes;
  if (!encodingDoubt && unknownColumns.length + unknownRoles.length + mendings.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="run-notes">
      <h2 id="run-notes">{t('notes')}</h2>
      {encodingDoubt && (
        <p className="run__caution">{t('encodingDoubt', { encoding: encodingDoubt })}</p>
      )}
      <dl className="facts">
        {unknownColumns.length > 0 && (
          <div>
            <dt>{t('unknownColumns')}</dt>
            <dd>
              <Words words={unknownColumns} />
            </dd>
          </div>
        )}
        {unknownRoles.length > 0 && (
          <div>
            <dt>{t('unknownRoles')}</dt>
            <dd>
              <Words words={unknownRoles.map((role) => t('counted', { ...role }))} />
            </dd>
          </div>
        )}
      </dl>
      {mendings.map((mending) => (
        <Mending key={mending.kind} mending={mending} />
      ))}
    </section>
  );
}

function Words({ words }: { words: string[] }) {
  return (
    <ul className="words">
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  );
}

function Mending({ mending }: { mending: RunNotesPartsFragment['mendings'][number] }) {
  const t = useTranslations('operator.run');
  const { kind, count, examples } = mending;
  return (
    <details className="mending">
      <summary>{t('mending', { kind, count })}</summary>
      <ul>
        {examples.map(({ line, column, seen, became }) => (
          <li key={`${line} ${column}`}>
            {t('cell', { line, column })} <code>{seen}</code> → <code>{became}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
