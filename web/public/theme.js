// Runs before the first paint, so that a remembered dark page never flashes white.
try {
  const theme = localStorage.getItem('shinkan.theme');
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
    // The browser's own frame is painted as the page is.
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.media = meta.dataset.theme === theme ? 'all' : 'not all';
    }
  }
  // The app will turn this address to English, so that the words before it are not to be shown.
  if (localStorage.getItem('shinkan.language') === 'en') document.documentElement.lang = 'en';
} catch {
  // Storage is closed to this page: the reader's system decides.
}

// What the page of this address is made of is loaded beside the app, which would ask for it later.
const [, page] = /^(?:\/en(?=\/|$))?\/?([^/]*)/.exec(location.pathname) ?? [];
for (const { content, dataset } of document.querySelectorAll('meta[name="files"]')) {
  if (dataset.page !== page) continue;
  for (const href of content.split(' ')) {
    const isSheet = href.endsWith('.css');
    const link = document.createElement('link');
    link.rel = isSheet ? 'preload' : 'modulepreload';
    link.as = isSheet ? 'style' : 'script';
    link.crossOrigin = 'anonymous';
    link.href = href;
    document.head.append(link);
  }
}
