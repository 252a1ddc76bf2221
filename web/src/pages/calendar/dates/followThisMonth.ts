import { dayInJapan } from '../../../../../domain/release/dayInJapan.ts';
import { pathWithin } from '../../../lib/messages/language.ts';
import { monthOf } from './month.ts';

/**
 * Turns the bare address of the calendar to that of this month before the app begins. Left to the
 * app, that would show an empty page first, and all of it would jump when the month comes.
 */
export function followThisMonth(): void {
  const { pathname, search, hash } = location;
  if (!/^\/calendar\/?$/.test(pathWithin(pathname))) return;
  const address = `${pathname.replace(/\/$/, '')}/${monthOf(dayInJapan(new Date()))}`;
  history.replaceState(history.state, '', address + search + hash);
}
