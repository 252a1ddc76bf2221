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
} catch {
  // Storage is closed to this page: the reader's system decides.
}
