import { followRememberedLanguage } from '../../lib/messages/language.ts';

// The page that the service worker shows in place of an unreachable page. It has its own script,
// because none of the app may be available.
const language = followRememberedLanguage();
document.documentElement.lang = language;
for (const message of document.querySelectorAll<HTMLElement>('.message')) {
  message.hidden = message.lang !== language;
  if (!message.hidden) document.title = message.dataset.title ?? '';
  message.querySelector('button')?.addEventListener('click', () => location.reload());
}

/** Long enough to cause little load, short enough not to seem stuck. */
const AGAIN_MS = 10_000;

/**
 * Loads the requested page. Browsers report a connection before it carries data, so this tries it
 * first.
 */
async function leadBack(): Promise<void> {
  if (!navigator.onLine) return;
  const answer = await fetch('/robots.txt', { method: 'HEAD', cache: 'no-store' }).catch(
    () => null,
  );
  if (answer?.ok) location.reload();
}

addEventListener('online', () => void leadBack());
setInterval(() => void leadBack(), AGAIN_MS);
