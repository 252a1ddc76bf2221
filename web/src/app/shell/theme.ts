import { lasting } from '../../lib/browserMemory.ts';

export type Theme = 'system' | 'light' | 'dark';

/** `public/theme.js` reads the same key before the first paint. */
const KEY = 'theme';

/** Returns the page's current theme. */
export function readTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Applies a theme to the page and remembers it. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  lasting.keep(KEY, theme);
  paintFrame(theme);
}

/** Sets the colour of the browser's own frame: each theme has its own. */
function paintFrame(theme: Theme): void {
  const metas = document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]');
  for (const meta of metas) {
    const own = meta.dataset.theme ?? '';
    if (theme === 'system') meta.media = `(prefers-color-scheme: ${own})`;
    else meta.media = own === theme ? 'all' : 'not all';
  }
}
