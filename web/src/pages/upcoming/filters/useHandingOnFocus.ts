import { type RefObject, useLayoutEffect } from 'react';

/**
 * Before something that holds the focus goes from the page, hands the focus on: to the button beside it,
 * else to the filter, lest the keyboard begin at the top of the page again.
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
