// Runs before the first paint, so that a remembered dark page never flashes white.
try {
  const theme = localStorage.getItem('shinkan.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed to this page: the reader's system decides.
}
