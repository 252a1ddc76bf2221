import { type ComponentProps, type KeyboardEvent, useEffect, useRef } from 'react';

/** Long enough that typing a word causes one request, short enough to feel immediate. */
const PAUSE_MS = 400;

/**
 * Whether a key belongs to a kana conversion. Safari ends one before it reports the Enter key, as
 * key code 229.
 */
export const isConverting = ({ nativeEvent }: KeyboardEvent): boolean =>
  nativeEvent.isComposing || nativeEvent.keyCode === 229;

/**
 * A field that reports its value when the reader pauses, at once on Enter, and never during a kana
 * conversion. Returns the props of the input. `read` converts the typed text to the value.
 */
export function useSettledField(
  value: string,
  onChange: (value: string) => void,
  read: (typed: string) => string = (typed) => typed.trim(),
): ComponentProps<'input'> {
  const field = useRef<HTMLInputElement>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const told = useRef(value);
  const tell = useRef(onChange);

  useEffect(() => {
    tell.current = onChange;
  });
  // A change from elsewhere, such as the back button, replaces the field's text.
  useEffect(() => {
    if (value === told.current || !field.current) return;
    told.current = value;
    field.current.value = value;
  }, [value]);
  useEffect(() => () => clearTimeout(pause.current), []);

  function settle(after: number): void {
    clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      const now = read(field.current?.value ?? '');
      if (now === told.current) return;
      told.current = now;
      tell.current(now);
    }, after);
  }

  return {
    ref: field,
    defaultValue: value,
    onChange: ({ nativeEvent }) => {
      if (!(nativeEvent as InputEvent).isComposing) settle(PAUSE_MS);
    },
    // Text typed before a conversion is not reported either until the conversion ends.
    onCompositionStart: () => clearTimeout(pause.current),
    onCompositionEnd: () => settle(PAUSE_MS),
    onKeyDown: (event) => {
      if (event.key === 'Enter' && !isConverting(event)) settle(0);
    },
  };
}
