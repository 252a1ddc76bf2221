/** A browser notification. */
export interface ShownNotice extends Pick<NotificationOptions, 'body' | 'tag' | 'lang'> {
  title: string;
  /** The page of this site that it opens. */
  address: string;
}

/** The worker's message to a page when a notification is clicked. */
interface Follow {
  follow: string;
}

/** The site's service worker registration, if the browser has an active one. */
async function findWorker(): Promise<ServiceWorkerRegistration | undefined> {
  const worker = await navigator.serviceWorker?.getRegistration();
  return worker?.active ? worker : undefined;
}

/** Whether a notification can be shown. Chrome on Android accepts them only from a worker. */
export async function canShow(): Promise<boolean> {
  if (await findWorker()) return true;
  try {
    new Notification('', { silent: true }).close();
    return true;
  } catch {
    return false;
  }
}

/**
 * Shows a notification through the worker, where it outlasts the page, or else through the page.
 */
export async function showNotice(shown: ShownNotice, onOpen: (address: string) => void) {
  const { title, address, ...options } = shown;
  const worker = await findWorker();
  if (worker) {
    await worker.showNotification(title, { ...options, data: { address } });
    return;
  }
  const notice = new Notification(title, options);
  notice.onclick = () => {
    window.focus();
    notice.close();
    onOpen(address);
  };
}

/** Opens the address of a clicked notification. Returns a function that stops it. */
export function followNotices(onOpen: (address: string) => void): () => void {
  const follow = ({ data }: MessageEvent<Follow | undefined>) => {
    if (data && /^\/(?!\/)/.test(data.follow)) onOpen(data.follow);
  };
  navigator.serviceWorker?.addEventListener('message', follow);
  return () => navigator.serviceWorker?.removeEventListener('message', follow);
}
