import { lasting } from '../../lib/browserMemory.ts';
import { canShow, type ShownNotice, showNotice } from './showNotice.ts';

const WISH = 'systemNotices';
const TOLD = 'told';
const VISIBLE = 'shinkan.visible';

/** The number of sales remembered as already shown. */
const MOST = 50;

/** `off` until the member turns them on; `denied` if the browser blocks them. */
export type SystemNotices = 'absent' | 'denied' | 'off' | 'on';

/** Returns whether this browser shows notifications while no page of the site is visible. */
export function readSystemNotices(): SystemNotices {
  if (!('Notification' in globalThis) || !('locks' in navigator)) return 'absent';
  if (Notification.permission === 'denied') return 'denied';
  const isOn = lasting.recall(WISH) === 'on' && Notification.permission === 'granted';
  return isOn ? 'on' : 'off';
}

/** Turns notifications on or off; the browser asks for permission only in response to a press. */
export async function wishSystemNotices(isOn: boolean): Promise<SystemNotices> {
  const isAllowed = isOn && (await Notification.requestPermission()) === 'granted';
  if (isAllowed && !(await canShow())) return 'absent';
  lasting.keep(WISH, isOn ? 'on' : 'off');
  return readSystemNotices();
}

/** Tells the other tabs while this one is visible. Returns a function that stops it. */
export function holdVisible(): () => void {
  if (!('locks' in navigator)) return () => {};
  let letGo: (() => void) | null = null;
  function follow(): void {
    letGo?.();
    letGo = null;
    if (document.visibilityState !== 'visible') return;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    navigator.locks.request(VISIBLE, { mode: 'shared' }, () => held).catch(console.info);
  }
  follow();
  document.addEventListener('visibilitychange', follow);
  return () => {
    document.removeEventListener('visibilitychange', follow);
    letGo?.();
  };
}

export interface SystemNotice extends Omit<ShownNotice, 'tag'> {
  /** The sales that it covers. */
  seqs: string[];
  onOpen(address: string): void;
}

/** Shows a notification once for all tabs, and not while one of them is visible. */
export async function tellOnce({ seqs, onOpen, ...shown }: SystemNotice): Promise<void> {
  await navigator.locks.request('shinkan.told', async () => {
    const { held = [] } = await navigator.locks.query();
    const told = lasting.recall(TOLD)?.split(' ') ?? [];
    if (held.some(({ name }) => name === VISIBLE) || seqs.every((seq) => told.includes(seq)))
      return;
    await showNotice({ ...shown, tag: `shinkan.${seqs.join('.')}` }, onOpen);
    lasting.keep(TOLD, [...told, ...seqs].slice(-MOST).join(' '));
  });
}
