import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/**
 * Moves the focus to the new page after a navigation within the app, unless the page has set the
 * focus itself or the reader is typing.
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
