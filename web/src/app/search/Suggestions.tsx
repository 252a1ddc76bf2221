import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { groupSuggestions } from './groupSuggestions.ts';
import { SuggestionGroup } from './SuggestionGroup.tsx';
import { useFieldKeys } from './useFieldKeys.ts';
import { useSuggestions } from './useSuggestions.ts';
import './suggestions.css';

export interface SuggestionsProps {
  /** The field of the search, which is on the page before this is. */
  field: RefObject<HTMLInputElement | null>;
  /** What stood in it before anything was typed. */
  before: string;
  /** Goes to what was chosen. */
  onLeave: (address: string) => void;
}

/**
 * What a reader may mean, below the field in which they type: a combobox with a list in groups. The
 * keyboard stays in the field, which tells which of them is active.
 */
export function Suggestions({ field, before, onLeave }: SuggestionsProps) {
  const t = useTranslations('suggest');
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const { text, found, failed, isOpen, setOpen } = useSuggestions(field, before);
  const [active, setActive] = useState(-1);
  const groups = isOpen && found ? groupSuggestions(found) : [];
  const options = groups.flatMap((group) => group.options);
  const isShown = options.length > 0;

  // Another answer is another list.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever there is one
  useEffect(() => setActive(-1), [found, isOpen]);

  useEffect(() => {
    const input = field.current;
    input?.setAttribute('aria-controls', id);
    input?.setAttribute('aria-expanded', String(isShown));
    if (active >= 0) input?.setAttribute('aria-activedescendant', `${id}-${active}`);
    else input?.removeAttribute('aria-activedescendant');
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  function choose(at: number): void {
    const option = options[at];
    if (!option) return;
    setOpen(false);
    onLeave(option.address);
  }

  useFieldKeys(field, { active, count: options.length, isOpen, setOpen, setActive, choose });

  return (
    <>
      <div
        ref={list}
        id={id}
        role="listbox"
        tabIndex={-1}
        aria-label={t('label')}
        className="suggestions"
        hidden={!isShown}
        // The field keeps the focus, and does not take this for leaving it.
        onPointerDown={(event) => event.preventDefault()}
      >
        {groups.map((group) => (
          <SuggestionGroup
            key={group.kind}
            group={group}
            text={text}
            first={options.findIndex((option) => group.options.includes(option))}
            {...{ id, active, choose }}
          />
        ))}
      </div>
      <p className="suggestions__note" hidden={!isOpen || !failed}>
        {t('failed')}
      </p>
      <p role="status" className="unseen">
        {isOpen && failed && t('failed')}
        {isOpen && found && t('count', { count: options.length })}
      </p>
    </>
  );
}
