import { useQuery } from '@apollo/client/react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import {
  type CatalogueKind,
  SuggestEntriesDocument,
  type SuggestEntriesQuery,
} from '../../../generated/operatorDocuments.ts';
import { useSettledField } from '../../../lib/useSettledField.ts';

export interface Picked {
  id: string;
  name: string;
}

interface EntryPickerProps {
  kind: CatalogueKind;
  label: string;
  picked: Picked | null;
  onPick: (picked: Picked | null) => void;
}

/** Searches for a contributor or series by part of its name and picks a result. */
export function EntryPicker({ kind, label, picked, onPick }: EntryPickerProps) {
  const t = useTranslations('operator.joins');
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  const wasPicked = useRef(picked);
  const [text, setText] = useState('');
  const field = useSettledField(text, setText);
  const { data, error } = useQuery(SuggestEntriesDocument, {
    variables: { text },
    skip: text === '' || picked !== null,
    fetchPolicy: 'network-only',
  });
  const found = data && entriesOf(kind, data);

  // The pressed button is gone, so the focus moves here.
  useEffect(() => {
    const isLost = wasPicked.current !== picked && document.activeElement === document.body;
    wasPicked.current = picked;
    if (isLost) whole.current?.querySelector<HTMLElement>('button, input')?.focus();
  }, [picked]);

  if (picked) {
    return (
      <div ref={whole} className="join__picked">
        <p>{label}</p>
        <p lang="ja">
          <strong>{picked.name}</strong>
        </p>
        <button type="button" className="plain-button" onClick={() => onPick(null)}>
          {t('again')}
        </button>
      </div>
    );
  }
  return (
    <div ref={whole} className="join__picker">
      <label htmlFor={id}>{label}</label>
      <input {...field} id={id} type="search" autoComplete="off" maxLength={100} />
      <p role="status" className="soft">
        {error && t('findFailed')}
        {found && t('found', { count: found.length })}
      </p>
      <ul>
        {found?.map(({ entry, count }) => (
          <li key={entry.id}>
            <button type="button" className="plain-button" onClick={() => onPick(entry)}>
              <span lang="ja">
                {entry.name}
                {entry.reading && ` (${entry.reading})`}
              </span>{' '}
              {t('upcoming', { count })}
            </button>
            {entry.aliases.length > 0 && (
              <span className="soft" lang="ja">
                {' '}
                = {entry.aliases.join('、')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function entriesOf(kind: CatalogueKind, { suggest }: SuggestEntriesQuery) {
  return kind === 'SERIES'
    ? suggest.series.map(({ series, upcomingCount }) => ({ entry: series, count: upcomingCount }))
    : suggest.contributors.map(({ contributor, upcomingCount }) => ({
        entry: contributor,
        count: upcomingCount,
      }));
}
