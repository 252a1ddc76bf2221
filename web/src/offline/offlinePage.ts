import { followRememberedLanguage } from '../messages/language.ts';

// What the service worker shows in place of a page that cannot be reached. It has a script of its own,
// since none of the app may be at hand.
const language = followRememberedLanguage();
document.documentElement.lang = language;
for (const message of document.querySelectorAll<HTMLElement>('.message')) {
  message.hidden = message.lang !== language;
  if (!message.hidden) document.title = message.dataset.title ?? '';
  message.querySelector('button')?.addEventListener('click', () => location.reload());
}
addEventListener('online', () => location.reload());
