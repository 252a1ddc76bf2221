import { followRememberedLanguage } from '../../lib/messages/language.ts';

// What the service worker shows in place of a page that cannot be reached. It has a script of its own,
// since none of the app may be at hand.
const language = followRememberedLanguage();
document.documentElement.lang = language;
for (const message of document.querySelectorAll<HTMLElement>('.message')) {
  message.hidden = message.lang !== language;
  if (!message.hidden) document.title = message.dataset.title ?? '';
  message.querySelector('button')?.addEventListener('click', () => location.reload());
}

/** Long enough not to be a burden, short enough that nobody wonders. */
const AGAIN_MS = 10_000;

/** Loads the page that was asked for. A connection is announced before it carries anything, so it is tried. */
async function leadBack(): Promise<void> {
  if (!navigator.onLine) return;
  const answer = await fetch('/robots.txt', { method: 'HEAD', cache: 'no-store' }).catch(
    () => null,
  );
  if (answer?.ok) location.reload();
}

addEventListener('online', () => void leadBack());
setInterval(() => void leadBack(), AGAIN_MS);
