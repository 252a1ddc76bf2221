import { type RefObject, useLayoutEffect } from 'react';

/**
 * Moves the focus when its element is removed from the page: to the neighbouring button, else to
 * the filters, so that the keyboard does not restart at the top of the page.
 */
export function useHandingOnFocus(ref: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const leaving = ref.current;
    return () => {
      if (!leaving?.contains(document.activeElement)) return;
      const beside = leaving.nextElementSibling ?? leaving.previousElementSibling;
      const next =
        beside?.querySelector('button') ?? document.querySelector<HTMLElement>('.filters');
      next?.focus({ preventScroll: true });
    };
  }, [ref]);
}
