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
  /** The label of the first button, and of the second. */
  label: string;
  confirm: string;
  /** What will happen, shown before the confirmation. */
  children: ReactNode;
  busy?: boolean;
  /** Whether the confirmation is disabled for now. */
  blocked?: boolean;
  onDecide: () => void;
  /** The element with the result, focused when the action is no longer available. */
  outcome: RefObject<HTMLElement | null>;
}

/**
 * An irreversible action: the first press explains it, the second performs it. The focus moves to
 * the explanation, so that pressing a key twice decides nothing.
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
