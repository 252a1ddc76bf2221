import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { isConverting } from '../../../lib/useSettledField.ts';
import { type Choice, findChoices, findExact } from './findChoices.ts';

interface ChoiceFieldProps {
  name: string;
  label: string;
  value: string;
  choices: readonly Choice[];
  /** Whether the choices have loaded. */
  state: 'unknown' | 'known' | 'failed';
  onChange: (value: string) => void;
  /** Called when the reader focuses the field and the choices are needed. */
  onVisit: () => void;
}

/** A name, chosen from a list or typed freely: a combobox. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { name, label, value, choices, state, onChange, onVisit } = props;
  const t = useTranslations('browse');
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLUListElement>(null);
  const found = isOpen ? findChoices(choices, typed ?? '') : [];
  const isUnheardOf = isOpen && state === 'known' && found.length === 0;
  const optionId = (index: number) => `${id}-${index}`;

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  function open(): void {
    onVisit();
    setOpen(true);
  }

  function close(): void {
    setOpen(false);
    setActive(-1);
    setTyped(null);
  }

  function choose(chosen: string): void {
    close();
    if (chosen !== value) onChange(chosen);
  }

  /** On blur, accepts an unambiguous choice and ignores a half-typed one. */
  function leave(): void {
    const meant = typed?.trim() === '' ? '' : findExact(choices, typed ?? '')?.value;
    if (typed !== null && meant !== undefined) choose(meant);
    else close();
  }

  function press(event: KeyboardEvent): void {
    if (isConverting(event)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) {
        open();
        return;
      }
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One more than there are choices: at that position none is active, and the typed name
      // counts.
      const places = found.length + 1;
      setActive(((active + 1 + step + places) % places) - 1);
    } else if (event.key === 'Enter') {
      const written = (typed ?? value).trim();
      choose(found[active]?.value ?? findExact(choices, written)?.value ?? written);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      close();
    }
  }

  return (
    <div className={`filter filter--${name} choice`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? optionId(active) : undefined}
        autoComplete="off"
        placeholder={t('any')}
        value={typed ?? value}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(-1);
          open();
        }}
        onFocus={onVisit}
        onClick={open}
        onBlur={leave}
        onKeyDown={press}
      />
      <ul
        ref={list}
        id={`${id}-list`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a combobox
        role="listbox"
        aria-label={label}
        className="choice__list"
        hidden={found.length === 0}
      >
        {found.map((choice, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
          <li
            key={choice.value}
            id={optionId(index)}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a combobox
            role="option"
            tabIndex={-1}
            aria-selected={choice.value === value}
            className={
              index === active ? 'choice__option choice__option--active' : 'choice__option'
            }
            // Keeps the focus in the field, so that the click does not close the list.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(choice.value)}
          >
            <span lang="ja">{choice.value}</span>
            <span className="choice__count">{t('books', { count: choice.count })}</span>
          </li>
        ))}
      </ul>
      <p role="status" className="choice__note">
        {isUnheardOf && t('unheardOf')}
        {isOpen && state === 'failed' && t('choicesFailed')}
      </p>
    </div>
  );
}
