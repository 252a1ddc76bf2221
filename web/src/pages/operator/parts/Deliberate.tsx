import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslations } from 'use-intl/react';

interface DeliberateProps {
  /** What the first press is called, and the second. */
  label: string;
  confirm: string;
  /** What will happen, said before the second press. */
  children: ReactNode;
  busy?: boolean;
  /** Whether the second press is not possible yet. */
  blocked?: boolean;
  onDecide: () => void;
  /** Says what came of it, and takes the focus when the deed is no longer to be done. */
  outcome: RefObject<HTMLElement | null>;
}

/**
 * A deed that cannot be undone: the first press says what it will do, the second does it. The focus
 * goes to the words, so that one key pressed twice decides nothing.
 */
export function Deliberate(props: DeliberateProps) {
  const { label, confirm, children, busy = false, blocked = false, onDecide, outcome } = props;
  const t = useTranslations('operator');
  const id = useId();
  const [open, setOpen] = useState(false);
  const words = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    if (open) words.current?.focus();
    else if (wasOpen.current) first.current?.focus();
    wasOpen.current = open;
  }, [open]);
  useLayoutEffect(
    () => () => {
      const here = document.activeElement;
      if (first.current?.contains(here) || whole.current?.contains(here)) outcome.current?.focus();
    },
    [outcome],
  );

  if (!open) {
    return (
      <button ref={first} type="button" className="button" onClick={() => setOpen(true)}>
        {label}
      </button>
    );
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need controls to be named for
    <div ref={whole} className="deliberate" role="group" aria-labelledby={id} onKeyDown={leave}>
      <div ref={words} id={id} tabIndex={-1} className="deliberate__words">
        {children}
      </div>
      <p className="deliberate__buttons">
        <button
          type="button"
          className="button button--main"
          aria-disabled={busy || blocked}
          onClick={busy || blocked ? undefined : onDecide}
        >
          {busy ? t('deciding') : confirm}
        </button>
        <button type="button" className="button" onClick={() => setOpen(false)}>
          {t('notNow')}
        </button>
      </p>
    </div>
  );
}
