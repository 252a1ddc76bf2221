import { dayInJapan } from '../../../../../domain/release/dayInJapan.ts';
import { pathWithin } from '../../../lib/messages/language.ts';
import { monthOf } from './month.ts';

/**
 * Redirects the calendar's bare address to the current month before the app starts. If the app did
 * it, an empty page would show first and everything would jump.
 */
export function followThisMonth(): void {
  const { pathname, search, hash } = location;
  if (!/^\/calendar\/?$/.test(pathWithin(pathname))) return;
  const address = `${pathname.replace(/\/$/, '')}/${monthOf(dayInJapan(new Date()))}`;
  history.replaceState(history.state, '', address + search + hash);
}
