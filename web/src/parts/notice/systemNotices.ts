import { lasting } from '../../lib/browserMemory.ts';
import { canShow, type ShownNotice, showNotice } from './showNotice.ts';

const WISH = 'systemNotices';
const TOLD = 'told';
const VISIBLE = 'shinkan.visible';

/** Of so many sales it is known that the browser has told them. */
const MOST = 50;

/** `off` until somebody wishes it, and `denied` where the browser was told never to. */
export type SystemNotices = 'absent' | 'denied' | 'off' | 'on';

/** Whether this browser shows notices by itself while no page of ours is in sight. */
export function readSystemNotices(): SystemNotices {
  if (!('Notification' in globalThis) || !('locks' in navigator)) return 'absent';
  if (Notification.permission === 'denied') return 'denied';
  const isOn = lasting.recall(WISH) === 'on' && Notification.permission === 'granted';
  return isOn ? 'on' : 'off';
}

/** Asks the browser for leave, which it gives only in answer to a press. */
export async function wishSystemNotices(isOn: boolean): Promise<SystemNotices> {
  const isAllowed = isOn && (await Notification.requestPermission()) === 'granted';
  if (isAllowed && !(await canShow())) return 'absent';
  lasting.keep(WISH, isOn ? 'on' : 'off');
  return readSystemNotices();
}

/** Says to the other tabs that this one is looked at, while it is. Returns what ends it. */
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
  /** The sales that it tells of. */
  seqs: string[];
  onOpen(address: string): void;
}

/** Has the browser tell, once for all tabs, and not while one of them is looked at. */
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
