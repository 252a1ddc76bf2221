import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { groupSuggestions } from './groupSuggestions.ts';
import { SuggestionGroup } from './SuggestionGroup.tsx';
import { useFieldKeys } from './useFieldKeys.ts';
import { useSuggestions } from './useSuggestions.ts';
import './suggestions.css';

export interface SuggestionsProps {
  /** The search field, which is on the page before this component. */
  field: RefObject<HTMLInputElement | null>;
  /** The field's text before anything was typed. */
  before: string;
  /** Opens the chosen suggestion. */
  onLeave: (address: string) => void;
}

/**
 * Suggestions below the search field: a combobox with a grouped list. The keyboard focus stays in
 * the field, which names the active option.
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

  // A new answer is a new list, with no option active.
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
        // Keeps the focus in the field, so that the click does not close the list.
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
