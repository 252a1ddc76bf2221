/** Returns the value of a colour token in the theme of `host`. */
export function colourOf(host: HTMLElement, token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  host.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/**
 * Calls back when the theme changes, on the page or the device. Returns a function that stops it.
 */
export function onThemeChange(change: () => void): () => void {
  const device = matchMedia('(prefers-color-scheme: dark)');
  const page = new MutationObserver(change);
  device.addEventListener('change', change);
  page.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    device.removeEventListener('change', change);
    page.disconnect();
  };
}
