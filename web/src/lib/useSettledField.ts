import { type ComponentProps, type KeyboardEvent, useEffect, useRef } from 'react';

/** Long enough that typing a word asks once, short enough to feel immediate. */
const PAUSE_MS = 400;

/** Whether a key belongs to a kana conversion. Safari ends one before it tells of the Enter: by 229. */
export const isConverting = ({ nativeEvent }: KeyboardEvent): boolean =>
  nativeEvent.isComposing || nativeEvent.keyCode === 229;

/**
 * A field that tells its value when one pauses, at once on Enter, and never in the middle of a kana
 * conversion. Returns what the input takes. `read` gives the value of what was typed.
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
  // What did not come from here, as by the back button, replaces what stands in the field.
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
    // Of what was typed before it, nobody asks either until the conversion is done.
    onCompositionStart: () => clearTimeout(pause.current),
    onCompositionEnd: () => settle(PAUSE_MS),
    onKeyDown: (event) => {
      if (event.key === 'Enter' && !isConverting(event)) settle(0);
    },
  };
}
