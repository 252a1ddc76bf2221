import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/**
 * Takes the keyboard and the screen reader along to a page that was moved to within the app, unless
 * the page has put them in a place of its own, or somebody types.
 */
export function useFocusOnArrival(main: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const here = useRef(pathname);
  useEffect(() => {
    if (here.current === pathname) return;
    here.current = pathname;
    const at = document.activeElement;
    if (main.current?.contains(at) || at?.matches('input')) return;
    main.current?.focus({ preventScroll: true });
  }, [main, pathname]);
}
