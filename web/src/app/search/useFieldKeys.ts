import { type RefObject, useEffect } from 'react';

interface Keys {
  /** The index of the active option; -1 if none is, and the typed text counts. */
  active: number;
  count: number;
  isOpen: boolean;
  setOpen: (open: boolean) => void;
  setActive: (at: number) => void;
  choose: (at: number) => void;
}

/**
 * Handles the keys of a combobox on an existing field. Up and Down cycle through the options and
 * the field itself; Home and End move within the list while an option is active; Enter chooses the
 * active option; Escape closes the list, and empties the field on the second press. Ignores keys
 * that belong to a kana conversion.
 */
export function useFieldKeys(field: RefObject<HTMLInputElement | null>, keys: Keys): void {
  useEffect(() => {
    const input = field.current;
    const press = (event: KeyboardEvent) => {
      // Safari ends a conversion before it reports the Enter key, as key code 229.
      if (event.isComposing || event.keyCode === 229) return;
      if (act(event.key, keys, input)) event.preventDefault();
    };
    input?.addEventListener('keydown', press);
    return () => input?.removeEventListener('keydown', press);
  });
}

/** Returns whether it handled the key. */
function act(key: string, keys: Keys, input: HTMLInputElement | null): boolean {
  const { active, count, isOpen, setOpen, setActive, choose } = keys;
  const isActive = isOpen && active >= 0;
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    if (!isOpen || count === 0) setOpen(true);
    else {
      // One more than there are options, for the field itself.
      const places = count + 1;
      setActive(((active + 1 + (key === 'ArrowDown' ? 1 : -1) + places) % places) - 1);
    }
    return true;
  }
  if (key === 'Escape') {
    if (isOpen && count > 0) setOpen(false);
    else if (input) input.value = '';
    return true;
  }
  if (!isActive) return false;
  if (key === 'Home') setActive(0);
  else if (key === 'End') setActive(count - 1);
  else if (key === 'Enter') choose(active);
  else return false;
  return true;
}
