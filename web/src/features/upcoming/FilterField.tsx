import { useEffect, useId, useRef } from 'react';

interface FilterFieldProps {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Long enough that typing a word asks once, short enough to feel immediate. */
const PAUSE_MS = 400;

/** A search field that answers while one types, but never in the middle of a kana conversion. */
export function FilterField({ name, label, value, onChange }: FilterFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const input = field.current;
    if (input && input !== document.activeElement) input.value = value;
    // Cleared from elsewhere, even while it has the focus.
    if (input && value === '' && pause.current === undefined) input.value = '';
  }, [value]);
  useEffect(() => () => clearTimeout(pause.current), []);

  function settle(after: number) {
    clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      pause.current = undefined;
      onChange(field.current?.value.trim() ?? '');
    }, after);
  }

  return (
    <div className={`filter filter--${name}`}>
      <label htmlFor={id}>{label}</label>
      <input
        ref={field}
        id={id}
        type="search"
        name={name}
        defaultValue={value}
        enterKeyHint="search"
        autoComplete="off"
        onChange={(event) => {
          if (!(event.nativeEvent as InputEvent).isComposing) settle(PAUSE_MS);
        }}
        onCompositionEnd={() => settle(PAUSE_MS)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) settle(0);
        }}
      />
    </div>
  );
}
