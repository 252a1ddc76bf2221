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
