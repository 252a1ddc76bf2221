/**
 * Keeps the focus and the text in the static header when React replaces it with the same elements.
 */
export function carryOver(root: HTMLElement): void {
  const parts = () => [...root.querySelectorAll<HTMLInputElement>('header :is(a, input, button)')];
  const before = parts();
  let focused: EventTarget | null = document.activeElement;
  root.addEventListener('focusin', ({ target }) => {
    focused = target;
  });
  new MutationObserver((_, observer) => {
    observer.disconnect();
    parts().forEach((part, at) => {
      const old = before[at];
      if (old?.value) part.value = old.value;
      if (old === focused) part.focus();
    });
  }).observe(root, { childList: true });
}
