/** What a colour token comes to in the theme that holds where `host` stands. */
export function colourOf(host: HTMLElement, token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  host.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** Says when another theme holds, by the switch of the page or by the device. Gives the way to stop it. */
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
