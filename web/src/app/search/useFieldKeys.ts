import { type RefObject, useEffect } from 'react';

interface Keys {
  /** Which option is active; -1 where none is, and what is typed counts. */
  active: number;
  count: number;
  isOpen: boolean;
  setOpen: (open: boolean) => void;
  setActive: (at: number) => void;
  choose: (at: number) => void;
}

/**
 * The keys of a combobox, on a field that is there already: up and down go through the options and by
 * the field itself; Home and End are the list's while one of them is active; Enter chooses it; Escape
 * closes the list, and then empties the field. What belongs to a kana conversion is left to it.
 */
export function useFieldKeys(field: RefObject<HTMLInputElement | null>, keys: Keys): void {
  useEffect(() => {
    const input = field.current;
    const press = (event: KeyboardEvent) => {
      // Safari ends a conversion before it tells of the Enter: by 229.
      if (event.isComposing || event.keyCode === 229) return;
      if (act(event.key, keys, input)) event.preventDefault();
    };
    input?.addEventListener('keydown', press);
    return () => input?.removeEventListener('keydown', press);
  });
}

/** Gives whether the key was one of these. */
function act(key: string, keys: Keys, input: HTMLInputElement | null): boolean {
  const { active, count, isOpen, setOpen, setActive, choose } = keys;
  const isActive = isOpen && active >= 0;
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    if (!isOpen || count === 0) setOpen(true);
    else {
      // One place more than there are options: the field itself.
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
